import { endAfterRenewal } from '../licensing/grants/compute-standing';
import type { ResourceFacts } from '../licensing/resource-state';
import { payableStep } from '../minor-units';
import type { StoreSettings } from '../settings/store-settings';

/** What is known of a right and of its plan as it is sold today. */
export type RenewalFacts = ResourceFacts & {
  isSubscription: boolean;
  /** A renewal of it has been ordered, and its money is on the way. */
  isBeingPaid: boolean;
  /** Its product is published and not archived. A plan that was taken off sale can still be renewed. */
  isProductOnSale: boolean;
  units: number;
  plan: { unitAmount: number; currency: string; termDays: number | null; billingInterval: 'month' | 'year' | null };
};

export type RenewalRules = Pick<
  StoreSettings,
  'manualRenewal' | 'renewalDiscountPercent' | 'renewalOfferDays' | 'renewablePeriodDays'
>;

/** Minor units of `currency`. */
export type RenewalPrice = {
  units: number;
  /** What a unit costs whoever renews, and what it costs others. */
  unitAmount: number;
  fullUnitAmount: number;
  amount: number;
  fullAmount: number;
  discountPercent: number;
  currency: string;
};

export type RenewalRefusal =
  | 'lifetime'
  | 'subscription'
  | 'revoked'
  | 'suspended'
  | 'renewal_off'
  | 'not_sold'
  /** Today its plan is sold as a subscription only. */
  | 'plan_recurs'
  | 'payment_pending'
  | 'not_yet'
  | 'period_over';

export type RenewalOffer =
  /** `endsAt`: its end if it is paid now; null = lifetime. `closesAt`: until when it can be renewed. */
  | { ok: true; price: RenewalPrice; endsAt: Date | null; closesAt: Date }
  | { ok: false; reason: 'not_yet'; opensAt: Date; price: RenewalPrice }
  | { ok: false; reason: Exclude<RenewalRefusal, 'not_yet'> };

const DAY_MS = 86_400_000;

/** Whether the holder of a right can buy a further term of it at that instant, and what it costs. */
export function renewalOffer(facts: RenewalFacts, at: Date, rules: RenewalRules): RenewalOffer {
  const reason = refusalOf(facts, rules);
  const { expiresAt, plan } = facts;
  if (reason || !expiresAt) return { ok: false, reason: reason ?? 'lifetime' };
  const closesAt = new Date(expiresAt.getTime() + rules.renewablePeriodDays * DAY_MS);
  if (closesAt <= at) return { ok: false, reason: 'period_over' };
  const price = renewalPrice(facts, rules.renewalDiscountPercent);
  const opensAt = new Date(expiresAt.getTime() - rules.renewalOfferDays * DAY_MS);
  if (opensAt > at) return { ok: false, reason: 'not_yet', opensAt, price };
  const endsAt = plan.termDays === null ? null : endAfterRenewal(expiresAt, plan.termDays, at);
  return { ok: true, price, endsAt, closesAt };
}

function refusalOf(facts: RenewalFacts, rules: RenewalRules): Exclude<RenewalRefusal, 'not_yet'> | undefined {
  if (facts.revokedAt) return 'revoked';
  if (facts.isSubscription) return 'subscription';
  if (!facts.expiresAt) return 'lifetime';
  if (!rules.manualRenewal) return 'renewal_off';
  if (facts.suspendedAt) return 'suspended';
  if (facts.isBeingPaid) return 'payment_pending';
  if (!facts.isProductOnSale) return 'not_sold';
  return facts.plan.billingInterval === null ? undefined : 'plan_recurs';
}

/** Today's price less the discount, rounded once for a unit to what the payment page takes in that currency. */
function renewalPrice({ units, plan }: Pick<RenewalFacts, 'units' | 'plan'>, discountPercent: number): RenewalPrice {
  const step = payableStep(plan.currency);
  const unitAmount = Math.round((plan.unitAmount * (100 - discountPercent)) / (100 * step)) * step;
  return {
    units,
    unitAmount,
    fullUnitAmount: plan.unitAmount,
    amount: unitAmount * units,
    fullAmount: plan.unitAmount * units,
    discountPercent,
    currency: plan.currency,
  };
}
