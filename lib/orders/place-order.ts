import type { Actor } from '../audit/record-audit';
import { createCustomer, findCustomerByEmail } from '../customers/create-customer';
import { mailOneUseLink } from '../customers/mail-one-use-link';
import type { Prisma, Tx } from '../db/client';
import type { CheckoutPayment } from '../payments/checkout-payment';
import { dueEachToday, dueToday } from './frozen-items';
import { invoiceColumns, keepBuyerFacts } from './invoice-columns';
import { holdAccount, withOwnRenewals } from './leave-deleted-account';
import type { LockedCheckout } from './lock-checkout';

export const withItems = { items: { orderBy: { position: 'asc' } }, payments: true } satisfies Prisma.OrderInclude;
export type PlacedOrder = Prisma.OrderGetPayload<{ include: typeof withItems }>;

/** The order of a checkout, if it has one yet. */
export function findPlacedOrder(tx: Tx, checkoutId: string): Promise<PlacedOrder | null> {
  return tx.order.findUnique({ where: { checkoutId }, include: withItems });
}

/**
 * Puts an order on record that waits for its money: its customer (an account is made for a new address), its items on
 * their frozen terms, and what the payment is for, item by item.
 */
export async function placeOrder(
  tx: Tx,
  sale: { checkout: LockedCheckout; payment: CheckoutPayment; at: Date; actor: Actor },
): Promise<PlacedOrder> {
  const { checkout, payment, at } = sale;
  const customerId = checkout.customerId ?? (await customerOf(tx, sale));
  await keepBuyerFacts(tx, sale);
  const sold = await withOwnRenewals(tx, checkout.items, customerId);
  const order = await tx.order.create({
    data: {
      customerId,
      checkoutId: checkout.id,
      status: 'awaiting_payment',
      currency: payment.currency,
      subtotalAmount: payment.subtotalAmount,
      discountAmount: payment.discountAmount,
      taxAmount: payment.taxAmount,
      totalAmount: payment.totalAmount,
      ...(await invoiceColumns(tx, checkout, payment)),
      placedAt: at,
      items: { create: sold.map((item, position) => itemRow(item, position, payment)) },
    },
    include: withItems,
  });
  const paid = await tx.payment.create({
    data: {
      orderId: order.id,
      stripePaymentIntentId: payment.paymentIntentId,
      status: 'pending',
      amount: payment.totalAmount,
      currency: payment.currency,
      createdAt: at,
      items: { create: order.items.map((item) => ({ orderItemId: item.id, amount: item.totalAmount })) },
    },
  });
  return { ...order, payments: [paid] };
}

function itemRow(item: LockedCheckout['items'][number], position: number, payment: CheckoutPayment) {
  const line = payment.lines[position];
  return {
    position,
    productId: item.productId,
    planId: item.planId,
    productTitle: item.title,
    planName: item.planName,
    quantity: item.quantity,
    unitAmount: dueEachToday(item),
    currency: item.currency,
    discountAmount: line?.discountAmount ?? 0,
    taxAmount: line?.taxAmount ?? 0,
    totalAmount: line?.totalAmount ?? dueToday(item),
    activationLimit: item.activationLimit,
    termDays: item.termDays,
    updateDays: item.updateDays,
    trialDays: item.trialDays ?? null,
    renewsResourceId: item.renewsResourceId,
  };
}

/**
 * The account of a guest's address, or a new one. An account that was there is used as it is: neither its password nor its
 * name follows what a stranger typed. Only for a new one does the checkout remember the customer, which is what lets its
 * browser see the master key.
 */
async function customerOf(tx: Tx, sale: { checkout: LockedCheckout; at: Date; actor: Actor }): Promise<string> {
  const { checkout, at, actor } = sale;
  const made = await createCustomer(tx, {
    email: checkout.email,
    at,
    actor,
    ...(checkout.name ? { name: checkout.name } : {}),
    ...(checkout.company ? { company: checkout.company } : {}),
    ...(checkout.vatId ? { vatId: checkout.vatId } : {}),
    ...(checkout.newPasswordHash ? { passwordHash: checkout.newPasswordHash } : {}),
  });
  const data = { newPasswordHash: null };
  if (!made.ok) {
    const known = await findCustomerByEmail(tx, checkout.email);
    if (!known) throw new Error(`No account could be made for checkout ${checkout.id}: ${made.reason}`);
    // Deleted at this moment: its address is free now.
    if ((await holdAccount(tx, known.id)) === 'deleted') return customerOf(tx, sale);
    await tx.checkout.update({ where: { id: checkout.id }, data });
    return known.id;
  }
  const customerId = made.customer.id;
  await tx.checkout.update({ where: { id: checkout.id }, data: { ...data, customerId, createdCustomer: true } });
  await mailOneUseLink(
    tx,
    { customer: made.customer, purpose: 'verify_email', actor: { kind: 'client', address: '' } },
    at,
  );
  return customerId;
}
