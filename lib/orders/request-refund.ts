import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { type RefundWish, type RefundWishRefusal, refuseRefundWish, totalOf } from './check-refund-wish';
import { type FinishRefundResult, finishRefund } from './finish-refund';
import { lockOrder } from './lock-order';
import { type NotRefundable, refuseRefund } from './preview-refund';
import { readRefundable, refundStamp, stripePaymentOf } from './read-refundable';

export type RequestRefundResult =
  | FinishRefundResult
  /** order_changed: somebody refunded, or asked for it, since the preview was shown. */
  | { ok: false; reason: NotRefundable | RefundWishRefusal | 'order_changed' | 'request_invalid' };

/**
 * Gives money back, once for a request: noted first, then asked of Stripe, then applied to the order and its keys. The same
 * request again answers what became of it. Of two admins who saw the same order, one refunds and the other is told so.
 */
export async function requestRefund(
  orderNumber: number,
  wish: RefundWish & { requestId: string; stamp: string },
  by: { actor: Actor & { id: string }; at?: Date },
): Promise<RequestRefundResult> {
  const at = by.at ?? now();
  if (!isUuid(wish.requestId)) return { ok: false, reason: 'request_invalid' };
  const noted = await inTransaction((tx) => noteRequest(tx, orderNumber, wish, { actor: by.actor, at }));
  return noted.ok ? finishRefund(wish.requestId, { actor: by.actor, at }) : noted;
}

async function noteRequest(
  tx: Tx,
  orderNumber: number,
  wish: RefundWish & { requestId: string; stamp: string },
  { actor, at }: { actor: Actor & { id: string }; at: Date },
): Promise<{ ok: true } | Extract<RequestRefundResult, { ok: false }>> {
  const found = await readRefundable({ orderNumber }, tx);
  if (!found) return { ok: false, reason: 'order_not_found' };
  await lockOrder(tx, found.id);
  const order = await readRefundable({ orderNumber }, tx);
  if (!order) return { ok: false, reason: 'order_not_found' };
  if (order.requests.some(({ id }) => id === wish.requestId)) return { ok: true };
  const reason =
    refuseRefund(order) ?? refuseRefundWish(order.items, wish, { byStripe: stripePaymentOf(order) !== undefined });
  if (reason) return { ok: false, reason };
  if (refundStamp(order) !== wish.stamp) return { ok: false, reason: 'order_changed' };
  const parts = wish.parts.filter(({ quantity, amount }) => quantity > 0 || amount > 0);
  const asked = { amount: totalOf(parts), currency: order.currency, reason: wish.reason };
  await tx.refundRequest.create({
    data: { id: wish.requestId, orderId: order.id, askedById: actor.id, ...asked, items: parts, createdAt: at },
  });
  await recordAudit(tx, {
    at,
    actor,
    action: 'order.request_refund',
    objectKind: 'order',
    objectId: order.id,
    before: { refundedAmount: order.refundedAmount },
    after: { ...asked, units: parts.reduce((sum, { quantity }) => sum + quantity, 0), requestId: wish.requestId },
  });
  return { ok: true };
}
