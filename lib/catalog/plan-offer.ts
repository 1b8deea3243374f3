import { payableStep } from '../minor-units';
import { fingerprintOf } from './fingerprint';

/** What a plan is sold as. Its licensing terms are edited with the product's (`edit-licensing`). */
export type PlanOffer = {
  name: string;
  /** Minor units of `currency`. */
  unitAmount: number;
  /** ISO 4217, lower case. */
  currency: string;
  /** Smaller ones stand first. */
  position: number;
  /** Days that a first subscription costs nothing; null or left out = none. Only of what is paid by month or year. */
  trialDays?: number | null;
};

export type PlanOfferProblem =
  | 'name_missing'
  | 'name_too_long'
  | 'amount_invalid'
  /** The payment page takes three-decimal currencies in steps of ten: 1.230, not 1.234. */
  | 'amount_not_payable'
  | 'currency_unknown'
  | 'position_invalid'
  | 'trial_invalid';

const LONGEST_PLAN_NAME = 100;
/** The largest amount the payment page takes: eight digits. */
const MOST_AMOUNT = 99_999_999;
const MOST_POSITION = 10_000;
/** The longest trial the payment page takes. */
const MOST_TRIAL = 730;

/** What is wrong with an offer; empty when it can be sold. */
export function offerProblems(offer: PlanOffer): PlanOfferProblem[] {
  const { name, unitAmount, currency, position, trialDays } = offer;
  const problems: PlanOfferProblem[] = [];
  if (name === '') problems.push('name_missing');
  if (name.length > LONGEST_PLAN_NAME) problems.push('name_too_long');
  if (!isCurrency(currency)) problems.push('currency_unknown');
  else if (!isWithin(unitAmount, MOST_AMOUNT)) problems.push('amount_invalid');
  else if (unitAmount % payableStep(currency) !== 0) problems.push('amount_not_payable');
  if (!isWithin(position, MOST_POSITION)) problems.push('position_invalid');
  if (!isWithin(trialDays ?? 0, MOST_TRIAL)) problems.push('trial_invalid');
  return problems;
}

/** Stands for what a plan is sold as. */
export function offerFingerprint({ name, unitAmount, currency, position, trialDays }: PlanOffer): string {
  return fingerprintOf([name, unitAmount, currency, position, trialDays || null]);
}

/** Whether money can be asked for in it: a code of ISO 4217 in small letters. */
export function isCurrency(code: string): boolean {
  return /^[a-z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= most;
}
