import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { enqueueMail } from '../jobs/enqueue-mail';
import { closeLicences } from '../licensing/close-licences';
import { issueKeys, type PaidItem } from '../licensing/issue-keys';
import type { CheckoutPayment } from '../payments/checkout-payment';
import { awaitsProof } from './await-proof';
import { holdAccount, leaveDeletedAccount } from './leave-deleted-account';
import { isPaymentFor, lockCheckout } from './lock-checkout';
import { findPlacedOrder, type PlacedOrder, placeOrder } from './place-order';
import { renewedResourceOf, renewItems } from './renew-items';
import { beginSubscription } from './subscriptions/begin-subscription';
import { takeBackAccount } from './take-back-account';

export type Told = { payment: CheckoutPayment; at: Date; actor: Actor };

export type FulfillResult = { kind: 'fulfilled' | 'already_fulfilled'; order: PlacedOrder } | NotPlaced;

type NotPlaced = {
  /**
   * `checkout_unknown`: no checkout of this database. `amount_mismatch`: Stripe took other money than we asked for.
   * `awaiting_proof`: it cost nothing, and waits until the address of its account is proven.
   */
  kind: 'checkout_unknown' | 'amount_mismatch' | 'awaiting_proof';
};

/**
 * Turns a paid checkout into an order with its keys, once, inside the caller's transaction: order, items, payment, keys,
 * the mail in the outbox and the audit row stand or fall together. Called again, from wherever, it finds the order.
 */
export async function fulfillOrder(tx: Tx, told: Told): Promise<FulfillResult> {
  const found = await findOrPlaceOrder(tx, told);
  if (found.kind !== 'order') return found;
  const { order } = found;
  if (order.paidAt) return { kind: 'already_fulfilled', order };
  const account = await holdAccount(tx, order.customerId);
  await markPaid(tx, order, told.at);
  if (await isFromStranger(tx, order))
    await takeBackAccount(tx, { customerId: order.customerId, actor: told.actor }, told.at);
  await giveRights(tx, order, told);
  // Its order was there before: the money is on record, and nothing works of what nobody has any more.
  if (account === 'deleted') await closeLicences(tx, { customerId: order.customerId, ...told });
  await recordOrderAudit(tx, told, 'order.fulfill', order, { status: 'paid', totalAmount: order.totalAmount });
  return { kind: 'fulfilled', order };
}

// Placed by somebody who was not signed in, or by an admin, for an address that had an account already.
async function isFromStranger(tx: Tx, order: PlacedOrder): Promise<boolean> {
  if (!order.checkoutId) return false;
  return (await tx.checkout.count({ where: { id: order.checkoutId, customerId: null } })) > 0;
}

/** What was paid for: new rights with their keys, or a further term of rights that are there. */
async function giveRights(tx: Tx, order: PlacedOrder, { payment, at, actor }: Told): Promise<void> {
  const bought = order.items.filter((item) => renewedResourceOf(item) === undefined);
  if (bought.length < order.items.length) await renewItems(tx, order, { at, actor });
  if (bought.length === 0) return;
  const { subscription: begun } = payment;
  const periods = begun ? await beginSubscription(tx, { order, begun }, { at, actor }) : undefined;
  await issueKeys(tx, {
    customerId: order.customerId,
    at,
    actor,
    items: bought.map((item) => ({
      orderItemId: item.id,
      productId: item.productId,
      planId: item.planId,
      quantity: item.quantity,
      activationLimit: item.activationLimit,
      termDays: item.termDays,
      ...firstPeriodOf(periods?.get(item.id)),
    })),
  });
  await mailAboutOrder(tx, order, 'order');
}

function firstPeriodOf(firstPeriod: PaidItem['firstPeriod']): Pick<PaidItem, 'firstPeriod'> {
  return firstPeriod ? { firstPeriod } : {};
}

export type FindOrderResult = { kind: 'order'; order: PlacedOrder; isNew: boolean } | NotPlaced;

/** The checkout's order, placed now if there is none, but only when the payment is for what we sold and nothing has to wait. */
export async function findOrPlaceOrder(tx: Tx, { payment, at, actor }: Told): Promise<FindOrderResult> {
  const found = await lockCheckout(tx, payment);
  if (!found) return { kind: 'checkout_unknown' };
  const placed = await findPlacedOrder(tx, found.id);
  if (placed) return { kind: 'order', order: placed, isNew: false };
  const checkout = await leaveDeletedAccount(tx, found);
  if (!isPaymentFor(checkout, payment)) {
    await holdCheckout(tx, checkout.id, payment, actor);
    return { kind: 'amount_mismatch' };
  }
  if (await awaitsProof(tx, { checkout, payment, at, actor })) return { kind: 'awaiting_proof' };
  return { kind: 'order', order: await placeOrder(tx, { checkout, payment, at, actor }), isNew: true };
}

/** Promises one of the mails about an order. The mail names the order only; keys are opened when it is written. */
export async function mailAboutOrder(
  tx: Tx,
  order: PlacedOrder,
  template: 'order' | 'awaiting_payment' | 'payment_failed',
): Promise<void> {
  const { email } = await tx.customer.findUniqueOrThrow({ where: { id: order.customerId }, select: { email: true } });
  await enqueueMail(tx, { template, to: email, facts: { orderId: order.id } }, `mail|${template}|${order.id}`);
}

export function recordOrderAudit(
  tx: Tx,
  { at, actor }: { at: Date; actor: Actor },
  action: `order.${string}`,
  order: PlacedOrder,
  after: { status: string; totalAmount?: number; refundedAmount?: number; dispute?: string },
): Promise<void> {
  const before = { status: order.status };
  return recordAudit(tx, { at, actor, action, objectKind: 'order', objectId: order.id, before, after });
}

async function markPaid(tx: Tx, order: PlacedOrder, at: Date): Promise<void> {
  await tx.order.update({ where: { id: order.id }, data: { status: 'paid', paidAt: at, cancelledAt: null } });
  await tx.payment.updateMany({ where: { orderId: order.id }, data: { status: 'succeeded', paidAt: at } });
  if (order.checkoutId) {
    await tx.checkout.update({ where: { id: order.checkoutId }, data: { status: 'completed' } });
  }
}

// No key is given for money we did not ask for; a person has to look. The audit row is what the admin and the thank-you
// page see, once however often the news comes.
async function holdCheckout(tx: Tx, checkoutId: string, payment: CheckoutPayment, actor: Actor): Promise<void> {
  const object = { objectKind: 'checkout', objectId: checkoutId };
  const known = await tx.auditEntry.findFirst({ where: { ...object, action: 'checkout.hold' }, select: { id: true } });
  if (known) return;
  const { totalAmount, currency, paymentIntentId } = payment;
  await recordAudit(tx, {
    actor,
    action: 'checkout.hold',
    ...object,
    after: { why: 'amount_mismatch', totalAmount, currency, paymentIntentId },
  });
}
