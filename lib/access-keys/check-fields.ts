import { keysWithin } from '../secrets/developer-key';
import { MOST_KEY_ADDRESSES, plainBlock } from './address-list';
import type { AccessKeyKind, KeyAccess } from './caller';
import type { KeyFault, KeyField, KeyFields } from './key-fields';
import { RATE_WINDOWS } from './key-view';

const LONGEST = { name: 64, note: 200, description: 500 } as const;
/** As many as a column can hold, far beyond any use. */
const MOST_CALLS = 2_147_483_647;
const MOST_ROTATE_DAYS = 365;
const MOST_OPERATIONS = 1_000;

/** The fields as they are stored; a field that was not given is not here. */
export type CheckedFields = {
  name?: string;
  note?: string | null;
  description?: string | null;
  expiresAt?: Date | null;
  addresses?: string[];
  headersOnly?: boolean;
  rateCalls?: number | null;
  rateWindow?: (typeof RATE_WINDOWS)[number] | null;
  monthlyCap?: number | null;
  rotateDays?: number | null;
};

/** Reads what was typed about a key of that kind: trimmed, in one form, or with everything that is wrong about it. */
export function checkFields(
  fields: KeyFields,
  kind: AccessKeyKind,
  at: Date,
): { ok: true; fields: CheckedFields } | { ok: false; faults: KeyFault[] } {
  const faults: KeyFault[] = [];
  const checked: CheckedFields = {};
  const refuse = (field: KeyField, problem: KeyFault['problem']) => void faults.push({ field, problem });
  readTexts(fields, checked, refuse);
  readEnd(fields, { kind, at }, checked, refuse);
  readAddresses(fields, checked, refuse);
  readLimits(fields, kind, checked, refuse);
  if (fields.headersOnly !== undefined) checked.headersOnly = fields.headersOnly;
  return faults.length === 0 ? { ok: true, fields: checked } : { ok: false, faults };
}

type Refuse = (field: KeyField, problem: KeyFault['problem']) => void;

function readTexts(fields: KeyFields, checked: CheckedFields, refuse: Refuse): void {
  for (const field of ['name', 'note', 'description'] as const) {
    const typed = fields[field];
    if (typed === undefined) continue;
    const text = cleanText(typed ?? '', field === 'description');
    if ([...text].length > LONGEST[field]) refuse(field, 'too_long');
    // A key in a list, a mail or the audit is a key in many hands (api-keys.md 4.1 no. 9).
    else if (keysWithin(text).length > 0) refuse(field, 'looks_like_a_key');
    else if (field !== 'name') checked[field] = text || null;
    else if (text === '') refuse('name', 'missing');
    else checked.name = text;
  }
}

function cleanText(typed: string, mayBreak: boolean): string {
  // Half a surrogate pair is no text for the database.
  const whole = typed.replace(/\p{Cs}/gu, ' ');
  const text = mayBreak ? whole.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ') : whole.replace(/\p{Cc}/gu, ' ');
  return text.trim();
}

function readEnd(
  { expiresAt }: KeyFields,
  { kind, at }: { kind: AccessKeyKind; at: Date },
  checked: CheckedFields,
  refuse: Refuse,
): void {
  if (expiresAt === undefined) return;
  if (kind === 'pair') refuse('expiresAt', 'not_for_this_kind');
  else if (expiresAt !== null && Number.isNaN(expiresAt.getTime())) refuse('expiresAt', 'out_of_range');
  else if (expiresAt !== null && expiresAt <= at) refuse('expiresAt', 'not_in_future');
  else if (expiresAt !== null && expiresAt.getUTCFullYear() > 9_000) refuse('expiresAt', 'out_of_range');
  else checked.expiresAt = expiresAt;
}

function readAddresses({ addresses }: KeyFields, checked: CheckedFields, refuse: Refuse): void {
  if (addresses === undefined) return;
  const blocks = addresses.map(plainBlock);
  const known = [...new Set(blocks.filter((block) => block !== undefined))];
  if (blocks.includes(undefined)) refuse('addresses', 'not_an_address');
  else if (known.length > MOST_KEY_ADDRESSES) refuse('addresses', 'too_many');
  else checked.addresses = known;
}

function readLimits(fields: KeyFields, kind: AccessKeyKind, checked: CheckedFields, refuse: Refuse): void {
  readRate(fields, checked, refuse);
  const { monthlyCap, rotateDays } = fields;
  if (monthlyCap !== undefined) {
    if (monthlyCap === null || isWhole(monthlyCap, 0, MOST_CALLS)) checked.monthlyCap = monthlyCap;
    else refuse('monthlyCap', 'out_of_range');
  }
  if (rotateDays === undefined) return;
  if (rotateDays !== null && kind !== 'standard') refuse('rotateDays', 'not_for_this_kind');
  else if (rotateDays === null || isWhole(rotateDays, 1, MOST_ROTATE_DAYS)) checked.rotateDays = rotateDays;
  else refuse('rotateDays', 'out_of_range');
}

function readRate({ rate }: KeyFields, checked: CheckedFields, refuse: Refuse): void {
  if (rate === undefined) return;
  const isFine = rate === null || (RATE_WINDOWS.includes(rate.window) && isWhole(rate.calls, 1, MOST_CALLS));
  if (isFine) {
    checked.rateCalls = rate?.calls ?? null;
    checked.rateWindow = rate?.window ?? null;
  } else {
    refuse('rate', 'out_of_range');
  }
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

/** Whether an access can be stored: a restricted key needs something it may do. */
export function checkAccess(access: KeyAccess): KeyFault | undefined {
  if (access.mode === 'full') return undefined;
  if (access.operations.length === 0) return { field: 'access', problem: 'nothing_allowed' };
  return access.operations.length > MOST_OPERATIONS ? { field: 'access', problem: 'too_many' } : undefined;
}

const DAY_MS = 86_400_000;
const SECRET_DAYS = 90;

/** One calendar year on, as people count: 29 February becomes 28 February (row 4.01). */
export function aYearAfter(at: Date): Date {
  const end = new Date(at);
  end.setUTCFullYear(at.getUTCFullYear() + 1);
  // 29 February overflowed into March.
  if (end.getUTCMonth() !== at.getUTCMonth()) end.setUTCDate(0);
  return end;
}

/**
 * When a new key of a kind ends: as wished, or as its kind does (K4), and never later than the store's longest lifetime.
 * A wish beyond that is refused, a default is cut short.
 */
export function endOf(
  wish: { kind: AccessKeyKind; expiresAt: Date | null | undefined; maxDays: number },
  at: Date,
): { ok: true; expiresAt: Date | null } | { ok: false } {
  const { kind, expiresAt, maxDays } = wish;
  const latest = maxDays === 0 ? undefined : new Date(at.getTime() + maxDays * DAY_MS);
  if (expiresAt !== undefined) {
    const isTooLong = latest !== undefined && (expiresAt === null || expiresAt > latest);
    return isTooLong ? { ok: false } : { ok: true, expiresAt };
  }
  const usual = usualEnd(kind, at);
  const isCut = latest !== undefined && (usual === null || usual > latest);
  return { ok: true, expiresAt: isCut ? latest : usual };
}

function usualEnd(kind: AccessKeyKind, at: Date): Date | null {
  if (kind === 'pair') return aYearAfter(at);
  return kind === 'secret' ? new Date(at.getTime() + SECRET_DAYS * DAY_MS) : null;
}
