import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import type { RefundStanding } from '../payments/checkout-payment';
import { type RefundWish, type RefundWishRefusal, refuseRefundWish, totalOf } from './check-refund-wish';
import { type RefundableOrder, readRefundable, readRefundsTold, refundStamp, stripePaymentOf } from './read-refundable';
import { reconcileRefunds } from './reconcile-refunds';
import { type RefundEffect, rehearseRefund } from './rehearse-refund';

export type RefundPreview = {
  amount: number;
  currency: string;
  /** What was seen; the confirmation gives it back, and is refused when the order has changed since. */
  stamp: string;
  effect: RefundEffect;
};

/** Why no refund can be asked for, whatever is wished. */
export type NotRefundable = 'order_not_found' | 'not_paid' | 'nothing_left' | 'refund_in_progress';

export type PreviewRefundResult =
  | { ok: true; preview: RefundPreview }
  | { ok: false; reason: NotRefundable | RefundWishRefusal | 'payments_unreachable' };

/**
 * What a refund would do, before anything is asked of Stripe. The order is first brought to what Stripe says now, then the
 * refund is rehearsed by the code that will run.
 */
export async function previewRefund(
  orderNumber: number,
  wish: RefundWish,
  by: { actor: Actor; at?: Date },
): Promise<PreviewRefundResult> {
  const at = by.at ?? now();
  const before = await readRefundable({ orderNumber });
  if (!before) return { ok: false, reason: 'order_not_found' };
  const told = await bringUpToDate(before, at).catch(() => undefined);
  const order = await readRefundable({ orderNumber });
  if (!told || !order) return { ok: false, reason: 'payments_unreachable' };
  const reason =
    refuseRefund(order) ?? refuseRefundWish(order.items, wish, { byStripe: stripePaymentOf(order) !== undefined });
  if (reason) return { ok: false, reason };
  const refundId = stripePaymentOf(order) ? 'preview' : 'outside_preview';
  const planned = plannedRefund(refundId, wish, at);
  const effect = await rehearseRefund(order.id, [...told, planned], { at, actor: by.actor });
  const { currency } = order;
  return { ok: true, preview: { amount: totalOf(wish.parts), currency, stamp: refundStamp(order), effect } };
}

/** Why no refund of this order can be asked for, or undefined. */
export function refuseRefund(order: RefundableOrder): NotRefundable | undefined {
  if (!order.paidAt) return 'not_paid';
  if (order.status === 'refunded') return 'nothing_left';
  return order.requests.some(({ endedAt }) => endedAt === null) ? 'refund_in_progress' : undefined;
}

/** A refund as it will be told once it is made. */
export function plannedRefund(refundId: string, { parts, reason }: RefundWish, at: Date): RefundStanding {
  const chosen = parts.filter(({ quantity, amount }) => quantity !== 0 || amount !== 0);
  return {
    refundId,
    amount: totalOf(chosen),
    status: 'succeeded',
    reason,
    quantities: [],
    parts: chosen,
    createdAt: at,
  };
}

async function bringUpToDate(order: RefundableOrder, at: Date): Promise<RefundStanding[]> {
  await reconcileRefunds(order, at);
  return readRefundsTold(order);
}
