import type { AccessPlan, PlanTerms } from '@/lib/access-keys/access-plans';
import { formField } from '../../../_shell/form-field';
import type { SummaryError } from '../../../_ui/error-summary';

const LIMITS = ['maxKeys', 'monthlyCalls'] as const;
const NUMBERS = ['maxPairs', 'callsPerMinute'] as const;

/** A plan as typed, right or wrong. An empty limit means unlimited. */
export type EnteredPlan = Record<(typeof LIMITS)[number] | (typeof NUMBERS)[number], string> & {
  planName: string;
  allowsPairs: boolean;
};

/** What saving a plan came to; when it worked, the browser is already elsewhere. */
export type PlanAnswer = { outcome: 'none' } | { outcome: 'refused'; entered: EnteredPlan; errors: SummaryError[] };

/** A plan as the fields show it; without one, what a new plan begins with. */
export function enteredPlan(plan?: AccessPlan): EnteredPlan {
  const limit = (value: number | null) => (value === null ? '' : String(value));
  if (!plan) {
    return { planName: '', maxKeys: '10', monthlyCalls: '', maxPairs: '1', callsPerMinute: '300', allowsPairs: true };
  }
  return {
    planName: plan.name,
    maxKeys: limit(plan.maxKeys),
    monthlyCalls: limit(plan.monthlyCalls),
    maxPairs: String(plan.maxPairs),
    callsPerMinute: String(plan.callsPerMinute),
    allowsPairs: plan.allowsPairs,
  };
}

/** What a form brought. */
export function readPlan(form: FormData): EnteredPlan {
  const field = (name: string) => formField(form, name).trim();
  return {
    planName: field('planName'),
    maxKeys: field('maxKeys'),
    monthlyCalls: field('monthlyCalls'),
    maxPairs: field('maxPairs'),
    callsPerMinute: field('callsPerMinute'),
    allowsPairs: field('allowsPairs') === 'on',
  };
}

/** The terms that were typed, or the fields that are no numbers. Whether they are possible is for the plans to judge. */
export function termsOf(entered: EnteredPlan): { ok: true; terms: PlanTerms } | { ok: false; fields: string[] } {
  const limits = LIMITS.map((name) => [name, entered[name] === '' ? null : numberOf(entered[name])] as const);
  const numbers = NUMBERS.map((name) => [name, numberOf(entered[name])] as const);
  const wrong = [...limits, ...numbers].filter(([, value]) => Number.isNaN(value)).map(([name]) => name);
  if (wrong.length > 0) return { ok: false, fields: wrong };
  const { planName: name, allowsPairs } = entered;
  const read = Object.fromEntries([...limits, ...numbers]) as Omit<PlanTerms, 'name' | 'allowsPairs'>; // just read by name
  return { ok: true, terms: { ...read, name, allowsPairs } };
}

function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
