import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Outcome } from '@/lib/payments/demo/create-stripe-double';
import { present } from '../../payments/support';
import { aProduct, type PlanFacts } from '../../support/factories';
import { pressPay, type Shop } from '../support';

export const DAY_MS = 86_400_000;

/** What the tests of subscriptions look at: the subscription with its rights, invoices and orders. */
export async function readAll(stripeSubscriptionId: string) {
  const row = await db().subscription.findUniqueOrThrow({
    where: { stripeSubscriptionId },
    include: {
      customer: true,
      items: { include: { plan: true, orderItem: { include: { order: true, resource: true } } } },
      periods: { orderBy: { startsAt: 'asc' } },
    },
  });
  const right = present(row.items[0]?.orderItem?.resource);
  const renewals = await db().order.findMany({
    where: { items: { some: { renewsResourceId: right.id } } },
    include: { items: true, payments: true },
    orderBy: { number: 'asc' },
  });
  return { ...row, right, renewals, order: present(row.items[0]?.orderItem?.order) };
}

export const PLANS = [
  { name: 'Solo', unitAmount: 900, activationLimit: 1, billingInterval: 'month' },
  { name: 'Team', unitAmount: 2_000, activationLimit: 5, billingInterval: 'month' },
  { name: 'Yearly', unitAmount: 9_000, activationLimit: 2, billingInterval: 'year' },
] satisfies PlanFacts[];

/** Somebody subscribes through cart, checkout and payment page: Solo, 9.00 a month with one place, unless told otherwise. */
export async function subscribe(
  shop: Shop,
  facts: { plans?: PlanFacts[]; quantity?: number; outcome?: Outcome; customerId?: string; deliver?: boolean } = {},
) {
  const product = await aProduct({ plans: facts.plans ?? PLANS });
  const lines = [{ planNumber: product.plan.number, quantity: facts.quantity ?? 1 }];
  const buyer = facts.customerId ? { buyer: { kind: 'customer' as const, customerId: facts.customerId } } : {};
  const { sessionId, token } = await pressPay({ lines, ...buyer });
  const paid = await shop.payments.double.act(sessionId, facts.outcome ?? 'pay');
  if (!paid.ok) throw new Error(paid.reason);
  if (facts.deliver !== false) await shop.payments.double.settle();
  const session = await shop.payments.stripe.checkout.sessions.retrieve(sessionId);
  return { product, sessionId, token, id: String(session.subscription), stripeCustomerId: String(session.customer) };
}

/** Moves the store's clock to so many days from the machine's time; the double catches up and delivers everything. */
export async function toDay(shop: Shop, days: number): Promise<void> {
  setClockOffsetMs(days * DAY_MS);
  await shop.payments.double.tick();
  await shop.payments.double.settle();
}

/** The invoices of a subscription at Stripe, the oldest first. */
export async function stripeInvoices(shop: Shop, subscription: string) {
  const { data } = await shop.payments.stripe.invoices.list({ subscription, limit: 100, expand: ['data.payments'] });
  return data.reverse();
}

/** The payment behind an invoice of a subscription, by its place. */
export async function paymentOf(shop: Shop, subscription: string, index: number): Promise<string> {
  const invoice = present((await stripeInvoices(shop, subscription))[index]);
  return String(present(invoice.payments?.data.find(({ status }) => status === 'paid')).payment.payment_intent);
}

/** Whole days from the machine's time to an instant. */
export function dayOf(instant: Date | null): number {
  return Math.round((present(instant).getTime() - Date.now()) / DAY_MS);
}
