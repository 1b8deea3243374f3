import type { Tx } from '../db/client';
import { findOrPlaceOrder, mailAboutOrder, recordOrderAudit, type Told } from './fulfill-order';
import { lockCheckout } from './lock-checkout';
import { findPlacedOrder } from './place-order';

/** The buyer has finished but the money is on its way: the order is on record and waits, without keys. */
export async function awaitPayment(tx: Tx, told: Told): Promise<'awaiting_payment' | 'nothing_to_do' | 'not_ours'> {
  const found = await findOrPlaceOrder(tx, told);
  if (found.kind !== 'order') return 'not_ours';
  // Late news: the payment has succeeded or failed since.
  if (!found.isNew) return 'nothing_to_do';
  const { order } = found;
  await tx.checkout.update({ where: { id: told.payment.checkoutId }, data: { status: 'awaiting_payment' } });
  await mailAboutOrder(tx, order, 'awaiting_payment');
  await recordOrderAudit(tx, told, 'order.await_payment', order, { status: 'awaiting_payment' });
  return 'awaiting_payment';
}

/** The money did not come: the waiting order is cancelled and its buyer told. An order that is paid stays paid. */
export async function cancelOrder(tx: Tx, told: Told): Promise<'cancelled' | 'nothing_to_do' | 'not_ours'> {
  const found = await findOrPlaceOrder(tx, told);
  if (found.kind !== 'order') return 'not_ours';
  const { order } = found;
  if (order.status !== 'awaiting_payment') return 'nothing_to_do';
  await tx.order.update({ where: { id: order.id }, data: { status: 'cancelled', cancelledAt: told.at } });
  await tx.payment.updateMany({ where: { orderId: order.id }, data: { status: 'failed' } });
  await tx.checkout.update({ where: { id: told.payment.checkoutId }, data: { status: 'failed' } });
  await mailAboutOrder(tx, order, 'payment_failed');
  await recordOrderAudit(tx, told, 'order.cancel', order, { status: 'cancelled' });
  return 'cancelled';
}

/** Nobody paid in time: the checkout is closed, and the password chosen for it forgotten. */
export async function releaseCheckout(
  tx: Tx,
  told: { checkoutId: string; sessionId: string },
): Promise<'expired' | 'nothing_to_do' | 'not_ours'> {
  const checkout = await lockCheckout(tx, told);
  if (!checkout) return 'not_ours';
  if (await findPlacedOrder(tx, checkout.id)) return 'nothing_to_do';
  await tx.checkout.update({
    where: { id: checkout.id },
    data: { status: 'expired', newPasswordHash: null, stripeSessionUrl: null },
  });
  return 'expired';
}
