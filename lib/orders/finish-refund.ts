import { z } from 'zod';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { type RefundPaymentResult, refundPayment } from '../payments/refund-payment';
import { totalOf } from './check-refund-wish';
import { lockOrder } from './lock-order';
import { plannedRefund } from './preview-refund';
import { type RefundableOrder, readRefundable, readRefundsTold, stripePaymentOf } from './read-refundable';
import { reconcileRefunds } from './reconcile-refunds';
import { refundOrder } from './refund-order';

export type FinishRefundResult =
  /** applied: the order and its keys follow already. pending: made, and Stripe's event will bring it. unknown: Stripe did
   * not answer; asking again is safe. */
  | { ok: true; state: 'applied' | 'pending' | 'unknown' }
  | { ok: false; reason: 'request_not_found' }
  /** In Stripe's own words. */
  | { ok: false; reason: 'refused_by_stripe'; detail: string };

type By = { actor: Actor; at?: Date };

/**
 * Carries a noted refund to its end, from wherever it stopped: asks Stripe unless Stripe has it already, notes the answer,
 * and applies it to the order. Run twice, also at once, it refunds once.
 */
export async function finishRefund(requestId: string, by: By): Promise<FinishRefundResult> {
  const request = isUuid(requestId) ? await db().refundRequest.findUnique({ where: { id: requestId } }) : null;
  const order = request && (await readRefundable({ orderId: request.orderId }));
  if (!request || !order) return { ok: false, reason: 'request_not_found' };
  if (request.refusal !== null) return { ok: false, reason: 'refused_by_stripe', detail: request.refusal };
  if (!stripePaymentOf(order)) return applyOutside(request, order, by);
  if (request.stripeRefundId === null) {
    const made = await askStripe(request, order);
    if (!made.ok && made.reason === 'payments_unreachable') return { ok: true, state: 'unknown' };
    await noteEnd(request, made, by);
    if (!made.ok) return { ok: false, reason: 'refused_by_stripe', detail: made.detail };
  }
  // The money is on its way whatever happens here; the event brings what this cannot.
  const isApplied = await reconcileRefunds(order, by.at).then(
    () => true,
    () => false,
  );
  return { ok: true, state: isApplied ? 'applied' : 'pending' };
}

type Request = NonNullable<RefundableOrder['requests'][number]>;

async function askStripe(request: Request, order: RefundableOrder): Promise<RefundPaymentResult> {
  const paid = stripePaymentOf(order);
  if (!paid) throw new Error(`Order ${order.number} was not paid through Stripe`);
  // An Idempotency-Key is forgotten after a day; the list of refunds never is.
  const told = await readRefundsTold(order).catch(() => undefined);
  if (!told) return { ok: false, reason: 'payments_unreachable' };
  const known = told.find(({ requestId }) => requestId === request.id);
  if (known) return { ok: true, refundId: known.refundId };
  const { parts, reason } = wishOf(request);
  return refundPayment({
    paymentIntentId: paid.paymentIntentId,
    amount: totalOf(parts),
    parts,
    reason,
    requestId: request.id,
  });
}

async function noteEnd(
  request: Request,
  made: Exclude<RefundPaymentResult, { reason: 'payments_unreachable' }>,
  { actor, at = now() }: By,
): Promise<void> {
  await inTransaction(async (tx) => {
    const end = made.ok ? { stripeRefundId: made.refundId } : { refusal: made.detail };
    const { count } = await tx.refundRequest.updateMany({
      where: { id: request.id, endedAt: null },
      data: { ...end, endedAt: at },
    });
    if (count === 0 || made.ok) return;
    await recordAudit(tx, {
      at,
      actor,
      action: 'order.refuse_refund',
      objectKind: 'order',
      objectId: request.orderId,
      after: { requestId: request.id, detail: made.detail },
    });
  });
}

// Nobody but the admin moves this money: noting it is all there is to do.
async function applyOutside(request: Request, order: RefundableOrder, by: By): Promise<FinishRefundResult> {
  const at = by.at ?? now();
  await inTransaction(async (tx) => {
    const locked = await lockOrder(tx, order.id);
    const present = await readRefundable({ orderId: order.id }, tx);
    const refundId = `outside_${request.id}`;
    const { count } = await tx.refundRequest.updateMany({
      where: { id: request.id, endedAt: null },
      data: { stripeRefundId: refundId, endedAt: at },
    });
    if (count === 0 || !present) return;
    const refunds = [...(await readRefundsTold(present)), plannedRefund(refundId, wishOf(request), at)];
    await refundOrder(tx, { order: locked, refunds, at, actor: by.actor });
  });
  return { ok: true, state: 'applied' };
}

const storedWish = z.object({
  parts: z.array(z.object({ position: z.number(), quantity: z.number(), amount: z.number() })),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']),
});

/** What was wished, as only this store writes it. */
function wishOf({ items, reason }: Request) {
  return storedWish.parse({ parts: items, reason });
}
