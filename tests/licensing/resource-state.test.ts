import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { isLive, type ResourceFacts, resourceState } from '@/lib/licensing/resource-state';
import { useDatabase } from '../support/database';

useDatabase();

const at = new Date('2026-06-01T00:00:00Z');
const [before, after] = [new Date(at.getTime() - 1), new Date(at.getTime() + 1)];
const open: ResourceFacts = { expiresAt: null, graceUntil: null, suspendedAt: null, revokedAt: null };

test.each([
  ['a lifetime right', open, 'live'],
  ['a right that ends later', { ...open, expiresAt: after }, 'live'],
  ['a right that ends now', { ...open, expiresAt: at }, 'expired'],
  ['a right in payment grace', { ...open, expiresAt: before, graceUntil: after }, 'grace'],
  ['a right whose grace is over', { ...open, expiresAt: before, graceUntil: at }, 'expired'],
  ['a suspended right', { ...open, suspendedAt: before, expiresAt: before }, 'suspended'],
  ['a revoked right, whatever else', { ...open, revokedAt: before, suspendedAt: before, expiresAt: before }, 'revoked'],
] as const)('%s is %s', (_name, facts, state) => {
  expect(resourceState(facts, at)).toBe(state);
});

test('the database and the pure rule agree on every combination', async () => {
  const instant = fc.constantFrom(null, before, at, after);
  const facts = fc.record({ expiresAt: instant, graceUntil: instant, suspendedAt: instant, revokedAt: instant });
  const cases = fc.sample(facts, 400);
  const { rows } = await pool().query<{ live: boolean }>(
    `SELECT is_live_resource(r, $1) AS live
     FROM unnest($2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) WITH ORDINALITY AS f(expires, grace, suspended, revoked, n),
       LATERAL jsonb_populate_record(NULL::api_resource, jsonb_build_object(
         'expires_at', f.expires, 'grace_until', f.grace, 'suspended_at', f.suspended, 'revoked_at', f.revoked)) AS r
     ORDER BY f.n`,
    [
      at,
      cases.map((c) => c.expiresAt),
      cases.map((c) => c.graceUntil),
      cases.map((c) => c.suspendedAt),
      cases.map((c) => c.revokedAt),
    ],
  );
  expect(rows.map((row) => row.live)).toEqual(cases.map((c) => isLive(c, at)));
});
