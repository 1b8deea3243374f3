import type { Tx } from '../db/client';
import { enqueueMails } from '../jobs/enqueue-mail';

/** Promises the mail about each refund of an order that counts, once each, inside the caller's transaction. */
export async function mailRefunds(tx: Tx, orderId: string): Promise<void> {
  const { customer, refunds } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      customer: { select: { email: true } },
      refunds: { where: { status: { not: 'failed' } }, select: { id: true }, orderBy: { createdAt: 'asc' } },
    },
  });
  const mails = refunds.map(({ id: refundId }) => ({
    mail: { template: 'order_refunded' as const, to: customer.email, facts: { orderId, refundId } },
    dedupeKey: `mail|order_refunded|${refundId}`,
  }));
  await enqueueMails(tx, mails);
}
