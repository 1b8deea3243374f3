import { db, type Prisma } from '../db/client';

/** What Stripe tells of the person who paid, by the names it has in Stripe's objects. */
const PERSONAL = new Set([
  'billing_details',
  'collected_information',
  'custom_fields',
  'customer_address',
  'customer_details',
  'customer_email',
  'customer_name',
  'customer_phone',
  'customer_shipping',
  'customer_tax_ids',
  'email',
  'phone',
  'receipt_email',
  'shipping',
  'shipping_details',
]);
const BATCH = 100;

/**
 * Takes the payer out of the payment events that are kept about this customer's orders and subscriptions. An event that is run
 * again asks Stripe anew, so it does not need them.
 */
export async function forgetPayer(customerId: string): Promise<void> {
  const subjects = await subjectsOf(customerId);
  if (subjects.length === 0) return;
  for (let after = ''; ; ) {
    const events = await db().$queryRaw<{ id: string; payload: unknown }[]>`
      SELECT id, payload FROM payment_event
      WHERE payment_event_subject(payload) = ANY (${subjects}) AND id > ${after} ORDER BY id LIMIT ${BATCH}`;
    for (const { id, payload } of events) {
      const kept = withoutPayer(payload);
      if (kept) await db().paymentEvent.update({ where: { id }, data: { payload: kept } });
    }
    after = events.at(-1)?.id ?? '';
    if (events.length < BATCH) return;
  }
}

/** Undefined: there is nothing to take out. */
function withoutPayer(payload: unknown): Prisma.InputJsonObject | undefined {
  let isChanged = false;
  const text = JSON.stringify(payload, (name, value) => {
    if (!PERSONAL.has(name) || value === null) return value;
    isChanged = true;
    return null;
  });
  return isChanged ? JSON.parse(text) : undefined;
}

/** Payments, sessions, invoices and subscriptions at Stripe, as events name them. */
async function subjectsOf(customerId: string): Promise<string[]> {
  const ofCustomer = { where: { order: { customerId } } };
  const [payments, checkouts, orders, subscriptions] = await Promise.all([
    db().payment.findMany({ ...ofCustomer, select: { stripePaymentIntentId: true } }),
    db().checkout.findMany({
      where: { OR: [{ customerId }, { order: { customerId } }] },
      select: { stripeSessionId: true },
    }),
    db().order.findMany({ where: { customerId }, select: { stripeInvoiceId: true } }),
    db().subscription.findMany({
      where: { customerId },
      select: { stripeSubscriptionId: true, periods: { select: { stripeInvoiceId: true } } },
    }),
  ]);
  const ids = [
    ...payments.map(({ stripePaymentIntentId }) => stripePaymentIntentId),
    ...checkouts.map(({ stripeSessionId }) => stripeSessionId),
    ...orders.map(({ stripeInvoiceId }) => stripeInvoiceId),
    ...subscriptions.flatMap(({ stripeSubscriptionId, periods }) => [
      stripeSubscriptionId,
      ...periods.map(({ stripeInvoiceId }) => stripeInvoiceId),
    ]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
