import type { CreateManualOrderResult } from '@/lib/orders/create-manual-order';

/** Why no order was made; `none` before the first press. */
export type NewOrderAnswer = { outcome: 'none' | Extract<CreateManualOrderResult, { ok: false }>['reason'] };

/** A plan as the form offers it. */
export type OfferedPlan = { number: number; title: string; planName: string; price: string };

/** A field that keeps what was typed, also over an answer. */
export type BoundField = { name: string; value: string; onChange: (event: { target: { value: string } }) => void };
