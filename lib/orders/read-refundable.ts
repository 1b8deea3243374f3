import { db, type Prisma, type Tx } from '../db/client';
import type { RefundStanding } from '../payments/checkout-payment';
import { readRefunds } from '../payments/read-checkout-standing';
import { withItems } from './place-order';

const include = {
  ...withItems,
  checkout: { select: { stripeSessionId: true } },
  refunds: { orderBy: { createdAt: 'asc' }, include: { items: { include: { orderItem: true } } } },
  requests: true,
} satisfies Prisma.OrderInclude;

/** An order with everything that a refund of it is decided from. */
export type RefundableOrder = Prisma.OrderGetPayload<{ include: typeof include }>;

/** The order behind a number, or undefined. */
export async function readRefundable(which: { orderNumber: number } | { orderId: string }, tx: Tx = db()) {
  const where = 'orderId' in which ? { id: which.orderId } : { number: which.orderNumber };
  return (await tx.order.findUnique({ where, include })) ?? undefined;
}

/** Where the money came through Stripe: only there can it be sent back by us. */
export function stripePaymentOf(
  order: RefundableOrder,
): { paymentIntentId: string; paidIn: { sessionId: string } | { invoiceId: string } } | undefined {
  const paymentIntentId = order.payments.find((payment) => payment.stripePaymentIntentId)?.stripePaymentIntentId;
  if (!paymentIntentId) return undefined;
  if (order.stripeInvoiceId) return { paymentIntentId, paidIn: { invoiceId: order.stripeInvoiceId } };
  const sessionId = order.checkout?.stripeSessionId;
  return sessionId ? { paymentIntentId, paidIn: { sessionId } } : undefined;
}

/**
 * All refunds there have been of an order: as Stripe lists them at this moment, or, where the money did not come through
 * Stripe, as noted here. Throws when Stripe cannot be reached.
 */
export async function readRefundsTold(order: RefundableOrder): Promise<RefundStanding[]> {
  const paid = stripePaymentOf(order);
  return paid ? readRefunds(paid.paymentIntentId) : order.refunds.map(notedRefund);
}

/** Changes with every refund and every request for one: a form that was shown before is out of date. */
export function refundStamp(order: RefundableOrder): string {
  const made = order.refunds.map(({ id, status }) => `${id.slice(0, 8)}${status}`);
  return [order.refundedAmount, order.requests.length, ...made].join('.');
}

function notedRefund(refund: RefundableOrder['refunds'][number]): RefundStanding {
  const parts = refund.items.map(({ orderItem, quantity, amount }) => ({
    position: orderItem.position,
    quantity,
    amount,
  }));
  return {
    refundId: refund.stripeRefundId ?? refund.id,
    amount: refund.amount,
    status: refund.status,
    reason: refund.reason,
    quantities: [],
    parts,
    createdAt: refund.createdAt,
  };
}
