import { expect, test } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { grantAdmin } from '@/lib/customers/grant-admin';
import { countRecoveryCodes, makeRecoveryCodes } from '@/lib/customers/recovery-codes';
import { removeFactor } from '@/lib/customers/remove-factor';
import { listFactors } from '@/lib/customers/second-factor';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { bySystem, first } from '../support/factories';
import { anApp, aPasskey, aPerson } from '../support/second-factors';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');

async function withFactors(role: 'customer' | 'admin') {
  const person = await aPerson(at, { role });
  const { sessionId } = await anApp(person, at);
  await aPasskey({ ...person, sessionId }, at);
  const factors = await listFactors(person.customer.id);
  return { person, factors, sessionId };
}

const removes = ({ customer, actor }: Awaited<ReturnType<typeof aPerson>>, factorId: string) =>
  removeFactor({ customerId: customer.id, factorId, actor, at });

test('a removed factor is gone, its owner is told, and the audit says what it was', async () => {
  const { person, factors } = await withFactors('customer');
  const { id, email } = person.customer;
  // Both were added at the same instant, so their order says nothing.
  const app = first(factors.filter(({ kind }) => kind === 'totp'));
  expect(await removes(person, app.id)).toEqual({ ok: true });
  expect(await listFactors(id)).toMatchObject([{ kind: 'passkey' }]);
  const audit = await db().auditEntry.findMany({ where: { action: 'second_factor.remove', objectId: id } });
  expect(audit).toMatchObject([{ before: { kind: 'totp', name: 'Phone' } }]);
  const mails = await db().outboxEntry.findMany({ where: { payload: { path: ['to'], equals: email } } });
  expect(mails.map(({ payload }) => payload)).toContainEqual(
    expect.objectContaining({ facts: expect.objectContaining({ change: 'removed', name: 'Phone' }) }),
  );
});

test('a customer may remove the last factor, and the recovery codes go with it', async () => {
  const { person, factors } = await withFactors('customer');
  await makeRecoveryCodes({ ...person, at });
  for (const { id } of factors) expect(await removes(person, id)).toEqual({ ok: true });
  expect(await countRecoveryCodes(person.customer.id)).toBe(0);
});

test('an admin’s last factor stays, also when both are removed at the same time', async () => {
  const { person, factors } = await withFactors('admin');
  const results = await Promise.all(factors.map(({ id }) => removes(person, id)));
  expect(results).toContainEqual({ ok: true });
  expect(results).toContainEqual({ ok: false, reason: 'last_admin_factor' });
  expect(await listFactors(person.customer.id)).toHaveLength(1);
});

test('a stranger’s factor is not found', async () => {
  const [owner, stranger] = [await withFactors('customer'), await withFactors('customer')];
  for (const id of [first(owner.factors).id, 'nonsense', crypto.randomUUID()]) {
    expect(await removes(stranger.person, id)).toEqual({ ok: false, reason: 'factor_not_found' });
  }
  expect(await listFactors(owner.person.customer.id)).toHaveLength(2);
});

test('an operator’s reset takes factors and codes away, signs every browser out and is recorded and told', async () => {
  const { person, sessionId } = await withFactors('admin');
  const { id, email } = person.customer;
  await makeRecoveryCodes({ ...person, at });
  await grantAdmin({ email, resetsFactors: true, at, actor: bySystem });
  expect(await listFactors(id)).toEqual([]);
  expect(await countRecoveryCodes(id)).toBe(0);
  expect(await readSession(sessionId, at)).toBeUndefined();
  expect(await db().auditEntry.count({ where: { action: 'second_factor.reset', objectId: id } })).toBe(1);
});

test('a disabled admin’s session is dead on its next request, whatever it had shown', async () => {
  const { person, sessionId } = await withFactors('admin');
  expect(await readSession(sessionId, at)).toMatchObject({ role: 'admin', hasFactor: true });
  await disableCustomer({ customerId: person.customer.id, actor: bySystem, at });
  expect(await readSession(sessionId, at)).toBeUndefined();
});
