import type Stripe from 'stripe';
import { periodEnd } from './add-period';
import { type Double, seconds } from './double';
import { newId } from './new-id';
import type { WirePlan, WirePrice, WireSubscription, WireSubscriptionItem } from './wire';

const DAY = 24 * 3600;

export type ItemToMake = { price: WirePrice; quantity: number; metadata: Stripe.Metadata };

export type SubscriptionToMake = {
  customerId: string;
  items: ItemToMake[];
  metadata: Stripe.Metadata;
  description: string | null;
  trialDays: number | null;
  /** What becomes of a trial that ends without a card. */
  withoutCard: Stripe.Subscription.TrialSettings.EndBehavior.MissingPaymentMethod;
  paymentMethodId: string | null;
  /** Its invoices are taxed. */
  isTaxed?: boolean;
};

/** A subscription that begins now; `incomplete` until its first invoice is paid, unless it begins with a trial. */
export function makeSubscription(double: Double, facts: SubscriptionToMake): WireSubscription {
  const id = newId('sub');
  const start = seconds(double);
  const trialEnd = facts.trialDays ? start + facts.trialDays * DAY : null;
  const items = facts.items.map((item) => makeItem(double, id, item, { anchor: trialEnd ?? start, start, trialEnd }));
  return {
    id,
    object: 'subscription',
    ...unusedFields(),
    automatic_tax: {
      disabled_reason: null,
      enabled: facts.isTaxed ?? false,
      liability: facts.isTaxed ? { type: 'self' } : null,
    },
    billing_cycle_anchor: trialEnd ?? start,
    created: start,
    currency: facts.items[0]?.price.currency ?? 'usd',
    customer: facts.customerId,
    default_payment_method: facts.paymentMethodId,
    description: facts.description,
    items: { object: 'list', data: items, has_more: false, url: `/v1/subscription_items?subscription=${id}` },
    latest_invoice: null,
    metadata: facts.metadata,
    start_date: start,
    status: trialEnd ? 'trialing' : 'incomplete',
    trial_end: trialEnd,
    trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: facts.withoutCard } },
    trial_start: trialEnd ? start : null,
  };
}

export function makeItem(
  double: Double,
  subscriptionId: string,
  { price, quantity, metadata }: ItemToMake,
  at: { anchor: number; start: number; trialEnd: number | null },
): WireSubscriptionItem {
  const end = at.trialEnd ?? periodEnd(at.anchor, rhythmOf(price), at.start);
  return {
    id: newId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: seconds(double),
    current_period_end: end,
    current_period_start: at.start,
    current_trial: null,
    discounts: [],
    metadata,
    plan: planOf(price),
    price,
    quantity,
    subscription: subscriptionId,
    tax_rates: [],
  };
}

/** How often a price is billed; a price that is paid once has no rhythm and cannot get here. */
export function rhythmOf(price: WirePrice): { interval: Stripe.Price.Recurring.Interval; interval_count: number } {
  if (!price.recurring) throw new Error(`Price ${price.id} is not recurring`);
  return { interval: price.recurring.interval, interval_count: price.recurring.interval_count };
}

/** The price in the older form that Stripe still tells beside it. */
export function planOf(price: WirePrice): WirePlan {
  const { interval, interval_count } = rhythmOf(price);
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval,
    interval_count,
    livemode: false,
    metadata: {},
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

function unusedFields() {
  return {
    application: null,
    application_fee_percent: null,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    customer_account: null,
    days_until_due: null,
    default_source: null,
    default_tax_rates: [],
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    livemode: false,
    managed_payments: null,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    test_clock: null,
    transfer_data: null,
  } satisfies Partial<WireSubscription>;
}
