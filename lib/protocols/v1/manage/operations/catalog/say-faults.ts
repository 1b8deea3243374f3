import type { LicensingProblem } from '../../../../../catalog/edit-licensing';
import type { TermName } from '../../../../../catalog/licensing-terms';
import type { PlanOfferProblem } from '../../../../../catalog/plan-offer';
import { longestOf, type ProductTextProblem } from '../../../../../catalog/product-text';
import type { FieldFault } from '../../refusal';
import { nameOfText } from './text-names';

/** Whether a text is refused because everybody would read a key in it. */
export function holdsKey(problems: readonly { problem: string }[]): boolean {
  return problems.some(({ problem }) => problem === 'looks_like_a_key');
}

/** What is wrong with texts of a product, by the names they have here. */
export function textFaults(problems: readonly ProductTextProblem[]): FieldFault[] {
  return problems.map(({ field, problem }) => {
    const said = {
      missing: 'is missing',
      too_long: `is longer than ${longestOf(field)} characters`,
      slug_invalid: 'is not made of small letters, digits and single hyphens',
      address_invalid: 'is no address that begins with https:// or http://',
      looks_like_a_key: 'looks like a live key',
    }[problem];
    return { field: nameOfText(field), problem: said };
  });
}

const OFFER: Record<PlanOfferProblem, FieldFault> = {
  name_missing: { field: 'name', problem: 'is missing' },
  name_too_long: { field: 'name', problem: 'is longer than 100 characters' },
  amount_invalid: { field: 'unit_amount', problem: 'is no amount from 0 to 99999999 in the smallest unit' },
  amount_not_payable: { field: 'unit_amount', problem: 'must end with a zero in a currency of three decimals' },
  currency_unknown: { field: 'currency', problem: 'is no currency of ISO 4217 in small letters' },
  trial_invalid: { field: 'trial_days', problem: 'is no whole number from 1 to 730' },
  position_invalid: { field: 'position', problem: 'is no whole number from 0 to 10000' },
};

/** What is wrong with what a plan is sold as; `within` is the member that holds the plan. */
export function offerFaults(problems: readonly PlanOfferProblem[], within = ''): FieldFault[] {
  return problems.map((problem) => ({ ...OFFER[problem], field: within + OFFER[problem].field }));
}

export const TERMS = {
  activationLimit: 'activation_limit',
  termDays: 'term_days',
  updateDays: 'update_days',
} as const satisfies Record<TermName, string>;

/** What is wrong with licensing terms; `numberOf` tells the number of a plan. */
export function licensingFaults(
  problems: readonly LicensingProblem[],
  numberOf: (planId: string) => number | undefined,
): FieldFault[] {
  return problems.map(({ planId, name, problem }) => {
    if (name === 'legacyTitle') {
      const said = problem === 'taken' ? 'is the title of another product' : 'is longer than 200 characters';
      return { field: 'legacy_title', problem: said };
    }
    const field = planId === undefined ? TERMS[name] : `plans.${numberOf(planId) ?? planId}.${TERMS[name]}`;
    return { field, problem: LIMITS[name] };
  });
}

export const LIMITS: Record<TermName, string> = {
  activationLimit: 'is neither null nor a whole number from 1 to 100000',
  termDays: 'is neither null nor a whole number from 1 to 36500',
  updateDays: 'is neither null nor a whole number from 1 to 36500',
};
