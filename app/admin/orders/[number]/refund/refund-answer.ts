import type { PreviewRefundResult, RefundPreview } from '@/lib/orders/preview-refund';
import type { RequestRefundResult } from '@/lib/orders/request-refund';

export type RefundRefusal =
  | Extract<PreviewRefundResult, { ok: false }>['reason']
  | Extract<RequestRefundResult, { ok: false }>['reason'];

/** What the form gets back. `wish`: what was previewed, in one text; only that can be confirmed. */
export type RefundAnswer =
  | { outcome: 'none' }
  | { outcome: 'previewed'; wish: string; requestId: string; preview: RefundPreview }
  | { outcome: 'refused'; reason: RefundRefusal; detail: string };

/** An item as the form shows it: what is left to give back. Minor units. */
export type RefundItem = {
  position: number;
  title: string;
  planName: string;
  leftQuantity: number;
  leftAmount: number;
  /** What the units cost, from none to all that are left. */
  prices: number[];
};
