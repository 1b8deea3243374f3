import type { KeyFault, KeyField, KeyFields } from '@/lib/access-keys/key-fields';
import { type KeyRate, RATE_WINDOWS } from '@/lib/access-keys/key-view';
import { formField } from '../../_shell/form-field';
import type { SummaryError } from '../../_ui/error-summary';
import { faultText, type KeyRefusal, refusalText } from './refusal-text';

const DAY_MS = 86_400_000;
const TYPED = [
  'kind',
  'name',
  'description',
  'note',
  'expires',
  'addresses',
  'rateCalls',
  'rateWindow',
  'monthlyCap',
  'rotateDays',
] as const;

/** What was typed, to be shown again. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(TYPED.map((name) => [name, formField(form, name)]));
}

type Read = { ok: true; fields: KeyFields & { name: string } } | { ok: false; reason: 'date_invalid' };

/**
 * The fields of the form. A day stands for its end (UTC); the last day that the store allows, for the last instant. What a
 * kind has no field for is left out, so that the kind's own rule holds.
 */
export function readKeyForm(form: FormData, wish: { kind: string; at: Date; maxDays: number }): Read {
  const expiresAt = wish.kind === 'pair' ? undefined : readDay(formField(form, 'expires'), wish);
  if (expiresAt === 'invalid') return { ok: false, reason: 'date_invalid' };
  const fields = {
    name: formField(form, 'name').trim(),
    note: textOrNull(form, 'note'),
    description: textOrNull(form, 'description'),
    addresses: formField(form, 'addresses')
      .split(/[\s,]+/)
      .filter(Boolean),
    headersOnly: formField(form, 'headersOnly') !== '',
    rate: readRate(form),
    monthlyCap: numberOrNull(form, 'monthlyCap'),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(wish.kind === 'standard' ? { rotateDays: numberOrNull(form, 'rotateDays') } : {}),
  };
  return { ok: true, fields };
}

/** The errors of a refusal, each at its field where it has one. */
export function refusalErrors(refusal: KeyRefusal): SummaryError[] {
  if (refusal.reason === 'fields_invalid') return refusal.faults.map(faultError);
  const fieldId = FIELD_OF[refusal.reason];
  return [{ message: refusalText(refusal), ...(fieldId ? { fieldId } : {}) }];
}

const FIELD_OF: Partial<Record<KeyRefusal['reason'], string>> = {
  lifetime_too_long: 'expires',
  date_invalid: 'expires',
};

const FIELD_IDS: Partial<Record<KeyField, string>> = { expiresAt: 'expires', rate: 'rateCalls' };

function faultError(fault: KeyFault): SummaryError {
  return { message: faultText(fault), fieldId: FIELD_IDS[fault.field] ?? fault.field };
}

function readDay(typed: string, { at, maxDays }: { at: Date; maxDays: number }): Date | null | 'invalid' {
  if (typed === '') return null;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(start)) return 'invalid';
  const latest = maxDays === 0 ? Number.POSITIVE_INFINITY : at.getTime() + maxDays * DAY_MS;
  const end = start + DAY_MS - 1;
  return new Date(end > latest && start <= latest ? latest : end);
}

function readRate(form: FormData): KeyRate | null {
  const calls = numberOrNull(form, 'rateCalls');
  const window = RATE_WINDOWS.find((known) => known === formField(form, 'rateWindow')) ?? 'minute';
  return calls === null ? null : { calls, window };
}

function textOrNull(form: FormData, name: string): string | null {
  const typed = formField(form, name).trim();
  return typed === '' ? null : typed;
}

/** What is no number goes on as NaN, which the rules refuse as out of range. */
function numberOrNull(form: FormData, name: string): number | null {
  const typed = formField(form, name).trim();
  return typed === '' ? null : Number(typed);
}
