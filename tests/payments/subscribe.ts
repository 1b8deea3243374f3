import { setClockOffsetMs } from '@/lib/clock';
import { PUBLIC_URL, present, type RunningDouble } from './support';

const DAY_MS = 24 * 3_600_000;

export type SubscriptionFacts = {
  unitAmount?: number;
  currency?: string;
  quantity?: number;
  interval?: 'month' | 'year';
  trialDays?: number;
  /** What happens on the payment page. */
  outcome?: 'pay' | 'pay_then_decline' | 'pay_then_authenticate';
  checkoutId?: string;
};

/** A customer subscribes through the payment page: 20.00 a month unless told otherwise. */
export async function aSubscription({ stripe, double }: RunningDouble, facts: SubscriptionFacts = {}) {
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    success_url: `${PUBLIC_URL}/checkout/thanks`,
    customer_email: 'buyer@example.test',
    allow_promotion_codes: true,
    line_items: [
      {
        quantity: facts.quantity ?? 1,
        metadata: { position: '0' },
        price_data: {
          currency: facts.currency ?? 'usd',
          unit_amount: facts.unitAmount ?? 2_000,
          recurring: { interval: facts.interval ?? 'month' },
          product_data: { name: 'Acme Backup, Team' },
        },
      },
    ],
    subscription_data: {
      metadata: { checkout_id: facts.checkoutId ?? crypto.randomUUID() },
      ...(facts.trialDays ? { trial_period_days: facts.trialDays } : {}),
    },
  });
  const paid = await double.act(session.id, facts.outcome ?? 'pay');
  if (!paid.ok) throw new Error(paid.reason);
  const done = await stripe.checkout.sessions.retrieve(session.id);
  return {
    session: done,
    id: String(done.subscription),
    customerId: String(done.customer),
    item: present((await stripe.subscriptions.retrieve(String(done.subscription))).items.data[0]),
  };
}

/** Moves the store's clock to so many days from the machine's time and lets the double catch up. */
export async function onDay({ double }: RunningDouble, days: number): Promise<void> {
  setClockOffsetMs(days * DAY_MS);
  await double.tick();
}

/** The invoices of a subscription, oldest first. */
export async function invoicesOf({ stripe }: RunningDouble, subscription: string) {
  const { data } = await stripe.invoices.list({ subscription, limit: 100, expand: ['data.payments'] });
  return data.reverse();
}
