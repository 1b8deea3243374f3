import { isCurrency, type PlanOffer, type PlanOfferProblem } from '@/lib/catalog/plan-offer';
import { formField } from '../../../../../_shell/form-field';
import { editor as words } from '../../../../../_texts/en/editor';
import type { SummaryError } from '../../../../../_ui/error-summary';
import { readAmount, writeAmount } from '../../../../orders/read-amount';

/** What stands in the fields of a plan's form: as typed, right or wrong. */
export type EnteredPlan = {
  planName: string;
  /** As people write it: `49.50`. */
  amount: string;
  /** As people write it: `USD`. */
  currency: string;
  billing: 'once' | 'month' | 'year';
  position: string;
  /** Days; empty = no trial. */
  trial: string;
};

export type PlanAnswer =
  | { outcome: 'none' | 'unchanged' }
  | { outcome: 'refused'; entered: EnteredPlan; errors: SummaryError[] };

/** A plan on record as the fields show it. */
export function enteredPlanOf(plan: PlanOffer & { billingInterval: 'month' | 'year' | null }): EnteredPlan {
  return {
    planName: plan.name,
    amount: writeAmount(plan.unitAmount, plan.currency),
    currency: plan.currency.toUpperCase(),
    billing: plan.billingInterval ?? 'once',
    position: String(plan.position),
    trial: plan.trialDays ? String(plan.trialDays) : '',
  };
}

/** What a form brought. */
export function readEnteredPlan(form: unknown): EnteredPlan {
  const billing = formField(form, 'billing');
  return {
    planName: formField(form, 'planName').trim(),
    amount: formField(form, 'amount').trim(),
    currency: formField(form, 'currency').trim().toUpperCase(),
    billing: billing === 'month' || billing === 'year' ? billing : 'once',
    position: formField(form, 'position').trim(),
    trial: formField(form, 'trial').trim(),
  };
}

/** The fields as the catalogue reads them; a number that is none becomes NaN, which it refuses. */
export function offerOf({ planName, amount, currency, billing, position, trial }: EnteredPlan): PlanOffer {
  const code = currency.toLowerCase();
  return {
    name: planName,
    // Without a known currency nobody can tell how many digits the price has.
    unitAmount: isCurrency(code) ? readAmount(amount, code) : Number.NaN,
    currency: code,
    position: position === '' ? 0 : /^\d{1,6}$/.test(position) ? Number(position) : Number.NaN,
    // The field is hidden where the plan is paid once, so what was typed before may still be in it.
    trialDays: trial === '' || billing === 'once' ? null : /^\d{1,6}$/.test(trial) ? Number(trial) : Number.NaN,
  };
}

/** How a plan is paid, in the catalogue's words. */
export function intervalOf({ billing }: Pick<EnteredPlan, 'billing'>): 'month' | 'year' | null {
  return billing === 'once' ? null : billing;
}

const FIELDS = {
  name_missing: 'planName',
  name_too_long: 'planName',
  amount_invalid: 'amount',
  amount_not_payable: 'amount',
  currency_unknown: 'currency',
  position_invalid: 'position',
  trial_invalid: 'trial',
} as const satisfies Record<PlanOfferProblem, keyof EnteredPlan>;

/** What is wrong with a plan's offer in words, each with its field. */
export function offerErrors(problems: readonly PlanOfferProblem[]): SummaryError[] {
  return problems.map((problem) => ({ message: words[`problem.${problem}`], fieldId: FIELDS[problem] }));
}
