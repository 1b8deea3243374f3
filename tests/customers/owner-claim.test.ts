import { beforeEach, expect, test } from 'vitest';
import { claimStore, hasOwner, isClaimUsable, issueOwnerClaim } from '@/lib/customers/owner-claim';
import { verifyPassword } from '@/lib/customers/password';
import { startSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';

useDatabase();
beforeEach(async () => {
  await db().customer.updateMany({ where: { role: 'admin' }, data: { role: 'customer' } });
  await db().storeState.deleteMany({ where: { key: 'owner_claim' } });
});

const at = new Date('2026-11-23T10:00:00Z');
const DAY_MS = 86_400_000;
let count = 0;
const aPerson = () => ({
  email: `owner${++count}@claim.test`,
  password: 'a long enough one',
  address: '192.0.2.7',
  at,
});
const admins = () => db().customer.findMany({ where: { role: 'admin' } });

test('the claim link makes the owner, who can sign in, and opens nothing afterwards', async () => {
  const token = await issueOwnerClaim(at);
  expect(await hasOwner()).toBe(false);
  expect(await isClaimUsable(token, at)).toBe(true);
  const person = aPerson();
  const claimed = await claimStore({ token, ...person });
  if (!claimed.ok) throw new Error(claimed.reason);
  const [owner] = await admins();
  expect(owner).toMatchObject({ email: person.email, role: 'admin', emailVerifiedAt: at });
  expect((await verifyPassword(owner?.passwordHash ?? '', person.password)).matches).toBe(true);
  expect(await startSession({ ...claimed.entry, by: 'password', at })).toBeDefined();
  expect(await db().auditEntry.count({ where: { action: 'customer.claim_store', objectId: owner?.id ?? '' } })).toBe(1);

  expect(await isClaimUsable(token, at)).toBe(false);
  expect(await claimStore({ token, ...aPerson() })).toEqual({ ok: false, reason: 'claim_not_usable' });
  expect(await admins()).toHaveLength(1);
});

test('of two who claim at once exactly one becomes the owner', async () => {
  for (let round = 0; round < 3; round++) {
    const token = await issueOwnerClaim(at);
    const results = await Promise.all([
      claimStore({ token, ...aPerson() }),
      claimStore({ token, ...aPerson() }),
      claimStore({ token, ...aPerson() }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
    await db().customer.updateMany({ where: { role: 'admin' }, data: { role: 'customer' } });
  }
});

test('a store that has an owner cannot be claimed, however it got one', async () => {
  const token = await issueOwnerClaim(at);
  await aCustomer({ role: 'admin' });
  expect(await isClaimUsable(token, at)).toBe(false);
  expect(await claimStore({ token, ...aPerson() })).toEqual({ ok: false, reason: 'claim_not_usable' });
});

test('a newer link ends the older, a day ends both, and a guess opens nothing', async () => {
  const older = await issueOwnerClaim(at);
  const newer = await issueOwnerClaim(at);
  expect(await isClaimUsable(older, at)).toBe(false);
  expect(await isClaimUsable(newer, new Date(at.getTime() + DAY_MS - 1))).toBe(true);
  const later = { ...aPerson(), at: new Date(at.getTime() + DAY_MS) };
  expect(await claimStore({ token: newer, ...later })).toEqual({ ok: false, reason: 'claim_not_usable' });
  for (const guess of ['', 'x'.repeat(43), `${newer} `]) expect(await isClaimUsable(guess, at)).toBe(false);
});

test('what is refused leaves the link as it was', async () => {
  const token = await issueOwnerClaim(at);
  const buyer = await aCustomer();
  for (const [wrong, reason] of [
    [{ email: 'nobody' }, 'invalid_email'],
    [{ email: buyer.email.toUpperCase() }, 'email_taken'],
    [{ password: 'short' }, 'password_too_short'],
  ] as const) {
    expect(await claimStore({ token, ...aPerson(), ...wrong })).toEqual({ ok: false, reason });
  }
  expect(await admins()).toEqual([]);
  expect((await claimStore({ token, ...aPerson() })).ok).toBe(true);
});

test('only an HMAC of the link is kept', async () => {
  const token = await issueOwnerClaim(at);
  const rows = JSON.stringify(await db().storeState.findMany());
  expect(rows).toContain('owner_claim');
  expect(rows).not.toContain(token);
  expect(token).toMatch(/^\w{43}$/);
});
