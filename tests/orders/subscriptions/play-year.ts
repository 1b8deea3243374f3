import { present } from '../../payments/support';
import type { Shop } from '../support';
import type { Life } from './life';
import { PLANS, stripeInvoices } from './support';

const DEEDS = [
  'nothing',
  'nothing',
  'cancel',
  'keep',
  'keep',
  'pause',
  'resume',
  'resume',
  'refund',
  'refund_part',
  'refund_that_fails',
  'dispute',
  'dispute_won',
  'dispute_won',
  'dispute_lost',
  'more',
  'team',
  'solo',
  'bad_card',
  'good_card',
  'good_card',
] as const;

export type Deed = (typeof DEEDS)[number];
export type Step = { day: number; deed: Deed };

/** A year of a store, by chance: every month something happens, or nothing. */
export function aYear(random: () => number): Step[] {
  return Array.from({ length: 12 }, (_, month) => ({
    // Somewhere within the month, so that some deeds fall between two tries to collect.
    day: Math.round(30.5 * (month + 1)) + Math.floor(random() * 20),
    deed: DEEDS[Math.floor(random() * DEEDS.length)] ?? 'nothing',
  }));
}

/** Does it, unless the subscription has come to where it cannot be done any more. */
export async function doDeed(shop: Shop, life: Life, deed: Deed): Promise<void> {
  const { stripe, double } = shop.payments;
  const subscription = await stripe.subscriptions.retrieve(life.id);
  if (subscription.ended_at === null) await changeIt(shop, life, deed);
  const paid = (await stripeInvoices(shop, life.id)).findIndex(({ amount_paid }) => amount_paid > 0);
  const payment_intent = paid < 0 ? undefined : await lastPayment(shop, life);
  if (!payment_intent) return;
  const charge = present((await stripe.charges.list({ payment_intent })).data.find((one) => one.paid));
  const open = (await stripe.disputes.list({ limit: 100 })).data.find(
    (dispute) => dispute.status === 'needs_response' && dispute.payment_intent === payment_intent,
  );
  const left = charge.amount - charge.amount_refunded;
  if (deed === 'refund' && left > 0) await stripe.refunds.create({ payment_intent });
  if (deed === 'refund_part' && left > 100) await stripe.refunds.create({ payment_intent, amount: 100 });
  if (deed === 'refund_that_fails' && left > 0)
    await double.failRefund((await stripe.refunds.create({ payment_intent })).id);
  if (deed === 'dispute' && !charge.disputed) await double.openDispute(charge.id);
  if (deed === 'dispute_won' && open) await double.closeDispute(open.id, 'won');
  if (deed === 'dispute_lost' && open) await double.closeDispute(open.id, 'lost');
}

async function changeIt(shop: Shop, life: Life, deed: Deed): Promise<void> {
  const { stripe } = shop.payments;
  switch (deed) {
    case 'cancel':
      await stripe.subscriptions.update(life.id, { cancel_at_period_end: true });
      return;
    case 'keep':
      await stripe.subscriptions.update(life.id, { cancel_at_period_end: false });
      return;
    case 'pause':
      await stripe.subscriptions.update(life.id, { pause_collection: { behavior: 'void' } });
      return;
    case 'resume':
      await stripe.subscriptions.update(life.id, { pause_collection: '' });
      return;
    case 'more':
      await stripe.subscriptions.update(life.id, { items: [{ id: await life.itemId(), quantity: 3 }] });
      return;
    case 'solo':
    case 'team':
      await changePlan(shop, life, deed === 'solo' ? 0 : 1);
      return;
    case 'bad_card':
    case 'good_card':
      await changeCard(shop, life, deed === 'bad_card' ? 'pm_card_chargeCustomerFail' : 'pm_card_visa');
      return;
    default:
      return;
  }
}

async function changePlan({ payments }: Shop, life: Life, index: 0 | 1): Promise<void> {
  const plan = present(life.product.plans[index]);
  const product = (await payments.stripe.products.create({ name: plan.name })).id;
  const recurring = { interval: PLANS[index]?.billingInterval ?? 'month' } as const;
  const price_data = { product, unit_amount: plan.unitAmount, currency: plan.currency, recurring };
  const item = { id: await life.itemId(), price_data, metadata: { plan_number: String(plan.number) } };
  await payments.stripe.subscriptions.update(life.id, { items: [item], proration_behavior: 'always_invoice' });
}

async function changeCard({ payments }: Shop, life: Life, name: string): Promise<void> {
  const card = await payments.stripe.paymentMethods.attach(name, { customer: life.stripeCustomerId });
  await payments.stripe.subscriptions.update(life.id, { default_payment_method: card.id });
}

/** The newest payment that took money. */
async function lastPayment(shop: Shop, life: Life): Promise<string | undefined> {
  const invoice = (await stripeInvoices(shop, life.id)).findLast(({ amount_paid }) => amount_paid > 0);
  const paid = invoice?.payments?.data.find(({ status }) => status === 'paid')?.payment.payment_intent;
  return typeof paid === 'string' ? paid : undefined;
}
