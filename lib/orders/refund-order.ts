import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { changeGrants } from '../licensing/grants/change-grants';
import { refundFacts } from '../licensing/grants/refund-facts';
import type { RefundStanding } from '../payments/checkout-payment';
import { allocateRefunds, type RefundShare } from './allocate-refunds';
import { recordOrderAudit } from './fulfill-order';
import { type ItemWithRight, withRights } from './item-rights';
import { mailRefunds } from './mail-refunds';
import type { PlacedOrder } from './place-order';

type Change = {
  order: PlacedOrder;
  refunds: RefundStanding[];
  at: Date;
  actor: Actor;
  /** What a demo store is given as its past is news to nobody. */
  isHistory?: boolean;
};

const RANK = { pending: 0, succeeded: 1, failed: 2 } as const;

/**
 * Brings an order to the state its refunds give it, inside the caller's transaction, with the order's checkout locked.
 * Everything back: exactly what the payment bought is revoked. Some units back: the limit shrinks by them, unless a later
 * payment renewed it already (ADR 0115). A refund that failed is undone. Told twice or in any order, the result is the same.
 */
export async function refundOrder(tx: Tx, change: Change): Promise<'refunded' | 'nothing_to_do'> {
  const { order, actor } = change;
  const before = await tx.refund.findMany({ where: { orderId: order.id }, select: { stripeRefundId: true } });
  const told = new Set(change.refunds.map(({ refundId }) => refundId));
  // Stripe never forgets a refund: a list without one that is known here was read before that one was made.
  if (before.some(({ stripeRefundId }) => stripeRefundId && !told.has(stripeRefundId))) return 'nothing_to_do';
  const effective = await rememberRefunds(tx, change);
  const shares = allocateRefunds(order.items, effective);
  await tx.refundItem.deleteMany({ where: { refund: { orderId: order.id } } });
  await tx.refundItem.createMany({ data: await refundItemRows(tx, order, shares) });
  for (const item of await withRights(tx, order)) {
    await applyToItem(tx, item, { shares, refunds: effective }, change);
  }

  const refundedAmount = Math.min(
    order.totalAmount,
    sum(effective, (refund) => refund.amount),
  );
  const status = statusOf(order, refundedAmount, shares);
  if (status === order.status && refundedAmount === order.refundedAmount && before.length === change.refunds.length) {
    return 'nothing_to_do';
  }
  await tx.order.update({ where: { id: order.id }, data: { status, refundedAmount } });
  await recordOrderAudit(tx, { at: change.at, actor }, 'order.refund', order, { status, refundedAmount });
  if (!change.isHistory) await mailRefunds(tx, order.id);
  return 'refunded';
}

/** Notes each refund; its status only ever moves forward, so old news changes nothing. Answers those that count. */
async function rememberRefunds(tx: Tx, { order, refunds, at }: Change): Promise<RefundStanding[]> {
  const payment = order.payments[0];
  const known = await tx.refund.findMany({ where: { orderId: order.id } });
  const statusOfKnown = new Map(known.map((row) => [row.stripeRefundId, row.status]));
  const counting: RefundStanding[] = [];
  for (const refund of [...refunds].sort(byAge)) {
    const old = statusOfKnown.get(refund.refundId);
    const status = old && RANK[old] > RANK[refund.status] ? old : refund.status;
    const row = {
      orderId: order.id,
      paymentId: payment?.id ?? null,
      status,
      amount: refund.amount,
      currency: order.currency,
      reason: refund.reason,
      createdAt: refund.createdAt,
    };
    const { refundId: stripeRefundId } = refund;
    await tx.refund.upsert({ where: { stripeRefundId }, create: { ...row, stripeRefundId }, update: { status } });
    await endRequest(tx, refund, at);
    if (status !== 'failed') counting.push(refund);
  }
  return counting;
}

// Stripe's answer to the admin was lost, and its event brings the news.
async function endRequest(tx: Tx, { requestId, refundId }: RefundStanding, at: Date): Promise<void> {
  if (requestId === undefined || !isUuid(requestId)) return;
  await tx.refundRequest.updateMany({
    where: { id: requestId, endedAt: null },
    data: { stripeRefundId: refundId, endedAt: at },
  });
}

function byAge(a: RefundStanding, b: RefundStanding): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.refundId < b.refundId ? -1 : 1);
}

async function refundItemRows(tx: Tx, order: PlacedOrder, shares: RefundShare[]) {
  const rows = await tx.refund.findMany({ where: { orderId: order.id }, select: { id: true, stripeRefundId: true } });
  const idOf = new Map(rows.map((row) => [row.stripeRefundId, row.id]));
  return shares.flatMap(({ refundId: stripeId, orderItemId, quantity, amount }) => {
    const refundId = idOf.get(stripeId);
    return refundId ? [{ refundId, orderItemId, quantity, amount }] : [];
  });
}

/** Notes what went back of an item, and takes exactly that from the right it bought or renewed. */
async function applyToItem(
  tx: Tx,
  item: ItemWithRight,
  { shares, refunds }: { shares: RefundShare[]; refunds: RefundStanding[] },
  { at, actor }: Change,
): Promise<void> {
  const own = shares.filter((share) => share.orderItemId === item.id);
  const refundedQuantity = sum(own, (share) => share.quantity);
  const refundedAmount = sum(own, (share) => share.amount);
  await tx.orderItem.update({ where: { id: item.id }, data: { refundedQuantity, refundedAmount } });
  if (item.apiResourceId === undefined) return;
  const madeAt = new Map(refunds.map(({ refundId, createdAt }) => [refundId, createdAt]));
  // A period is given back as a whole; the places of a subscription follow its quantity, not its refunds.
  const isAll = item.isPeriod && refundedQuantity === item.quantity;
  const parts = own.map(({ refundId, quantity }) => ({
    refundId,
    units: item.isPeriod ? 0 : quantity,
    isAll,
    at: madeAt.get(refundId) ?? at,
  }));
  await changeGrants(tx, {
    apiResourceId: item.apiResourceId,
    facts: (known) => refundFacts(known, item.paidBy, parts),
    at,
    actor,
  });
}

function statusOf(order: PlacedOrder, refundedAmount: number, shares: RefundShare[]): PlacedOrder['status'] {
  const units = sum(shares, (share) => share.quantity);
  if (refundedAmount === 0 && units === 0) return order.paidAt ? 'paid' : order.status;
  const isAllMoney = order.totalAmount > 0 && refundedAmount === order.totalAmount;
  const isAll = isAllMoney || units === sum(order.items, (item) => item.quantity);
  return isAll ? 'refunded' : 'partially_refunded';
}

function sum<T>(list: readonly T[], amountOf: (entry: T) => number): number {
  return list.reduce((total, entry) => total + amountOf(entry), 0);
}
