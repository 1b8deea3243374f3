import { expect, test } from 'vitest';
import { isLooser, untouchedExpiry } from '@/app/account/_keys/looser';
import { readKeyForm } from '@/app/account/_keys/read-key-form';
import { keyFilter, readKeysView, sortLink } from '@/app/account/api-keys/key-view-address';
import type { DeveloperKey } from '@/lib/access-keys/key-view';

const at = new Date('2026-11-21T14:00:00Z');

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

function expiryOf(typed: string, maxDays = 0) {
  const read = readKeyForm(form({ name: 'Export', expires: typed }), { kind: 'secret', at, maxDays });
  return read.ok ? read.fields.expiresAt : read.reason;
}

test('a day stands for its end, and the last day that the store allows for the last instant', () => {
  expect(expiryOf('2027-01-31')).toEqual(new Date('2027-01-31T23:59:59.999Z'));
  expect(expiryOf('2026-12-21', 30)).toEqual(new Date('2026-12-21T14:00:00Z'));
  expect(expiryOf('2026-12-22', 30)).toEqual(new Date('2026-12-22T23:59:59.999Z'));
  expect(expiryOf('')).toBeNull();
  expect(expiryOf('31.01.2027')).toBe('date_invalid');
});

test('a pair has no expiry of its own in the form, and only a standard key rotates by itself', () => {
  const typed = form({ name: 'Export', expires: '2027-01-31', rotateDays: '30' });
  const pair = readKeyForm(typed, { kind: 'pair', at, maxDays: 0 });
  const standard = readKeyForm(typed, { kind: 'standard', at, maxDays: 0 });
  expect(pair.ok && 'expiresAt' in pair.fields).toBe(false);
  expect(pair.ok && 'rotateDays' in pair.fields).toBe(false);
  expect(standard.ok && standard.fields.rotateDays).toBe(30);
});

test('a number that is none is handed on to be refused, and not taken for nothing', () => {
  const read = readKeyForm(form({ name: 'Export', monthlyCap: 'many' }), { kind: 'standard', at, maxDays: 0 });
  expect(read.ok && read.fields.monthlyCap).toBeNaN();
});

// What these rules look at; the rest of a key says nothing to them.
const key = {
  addresses: ['203.0.113.0/24', '198.51.100.7'],
  headersOnly: true,
  expiresAt: new Date('2027-01-31T09:30:00Z'),
} as unknown as DeveloperKey;

test('more addresses, and addresses of pages again, make a key looser', () => {
  expect(isLooser({ addresses: ['198.51.100.7'], headersOnly: true }, key)).toBe(false);
  expect(isLooser({ addresses: [], headersOnly: true }, key)).toBe(true);
  expect(isLooser({ addresses: ['198.51.100.7', '192.0.2.1'], headersOnly: true }, key)).toBe(true);
  expect(isLooser({ addresses: key.addresses, headersOnly: false }, key)).toBe(true);
});

test('an expiry date that nobody touched stays to the second', () => {
  expect(untouchedExpiry('2027-01-31', key)).toEqual({ expiresAt: key.expiresAt });
  expect(untouchedExpiry('2027-02-01', key)).toEqual({});
});

test('the address of the list holds search, filters and order, and of a whole key only what lists show of it', () => {
  const view = readKeysView({
    q: `lks_${'a'.repeat(49)}`,
    kind: 'secret',
    status: 'nonsense',
    use: 'unused',
    sort: 'calls',
  });
  expect(view.q).toBe('lks_aaaaaa');
  expect(view.hadKey).toBe(true);
  expect(keyFilter(view)).toEqual({ text: 'lks_aaaaaa', kind: 'secret', isUnused: true });
  expect(sortLink(view, 'calls')).toMatchObject({ now: 'descending', href: expect.stringContaining('dir=asc') });
  expect(sortLink(view, 'name')).toEqual({ href: expect.stringContaining('sort=name&dir=asc') });
});
