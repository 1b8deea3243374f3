import { expect, test } from 'vitest';
import { changePassword } from '@/lib/customers/change-password';
import { createCustomer } from '@/lib/customers/create-customer';
import { hashPassword } from '@/lib/customers/password';
import { requestPasswordReset } from '@/lib/customers/request-link';
import { readSession } from '@/lib/customers/session';
import { signIn } from '@/lib/customers/sign-in';
import { db, inTransaction, pool } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { readInvoice } from '@/lib/orders/read-invoice';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aKeyOf } from '../support/developer-keys';
import { aResource, first } from '../support/factories';
import { manageCall } from '../support/manage-calls';
import { aPasskey } from '../support/second-factors';
import { aPendingSignIn, aSession } from '../support/sessions';
import { forgetNow, leaveTraces, pressDelete, somebody, tablesWith } from './support';

useDatabase();

const mailsTo = async (email: string) => {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ payload }) => mailJob.parse(payload)).filter(({ to }) => to === email);
};

test('from then on every key is refused as a refunded order’s, and nothing is active', async () => {
  const { licence, other, customerId, ...person } = await somebody();
  expect(await pressDelete(person)).toEqual({ ok: true });
  const asked = [licence.key, other.key, licence.masterKey].map((key) =>
    aCall(key, key === other.key ? other.planNumber : licence.planNumber, 'laptop'),
  );
  for (const told of await checkStatus(asked, { at: AT })) expect(told).toMatchObject({ ok: false, reason: 'revoked' });
  for (const told of await activate(asked, { at: AT, strict: false })) {
    expect(told).toMatchObject({ ok: false, reason: 'revoked' });
  }
  expect(await db().activation.count({ where: { customerId } })).toBe(0);
  expect(await db().apiResource.findMany({ where: { customerId }, select: { activationCount: true } })).toEqual([
    { activationCount: 0 },
    { activationCount: 0 },
  ]);
});

test('nobody gets in any more: sessions, a waiting second step, factors, links and developer keys are gone', async () => {
  const person = await somebody({ passwordHash: await hashPassword('a few easy words 42') });
  const { customerId, email } = person;
  const { sessionId } = await aPasskey(person, AT);
  const actor = { ...person.actor, via: `session:${sessionId}` };
  const elsewhere = await aSession({ customerId });
  await aPendingSignIn({ customerId });
  await requestPasswordReset({ email, address: '198.51.100.2' });
  const key = await aKeyOf({ customer: person.customer, customerId, actor });
  const value = key.value.kind === 'pair' ? '' : key.value.key;
  expect((await manageCall(value, 'GET', '/whoami')).status).toBe(200);
  expect(await pressDelete({ ...person, sessionId })).toEqual({ ok: true });
  for (const id of [sessionId, elsewhere.id]) expect(await readSession(id)).toBeUndefined();
  expect((await manageCall(value, 'GET', '/whoami')).status).toBe(401);
  expect(await signIn({ email, password: 'a few easy words 42', address: '198.51.100.3' })).toMatchObject({
    ok: false,
  });
  const left = { where: { customerId } };
  const counts = [
    ...[db().session.count(left), db().pendingSignIn.count(left), db().oneUseToken.count(left)],
    ...[db().secondFactor.count(left), db().accessKey.count(left), db().recoveryCode.count(left)],
  ];
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await db().deadAccessSecret.findMany(left)).toMatchObject([{ sid: key.sid, name: '', cause: 'deleted' }]);
});

test('nothing in the store says whose it was, but the record of changes and what an invoice has to say', async () => {
  const mark = `Trace${crypto.randomUUID().slice(0, 8)}`;
  const person = await somebody({ email: `${mark.toLowerCase()}@example.test` });
  await requestPasswordReset({ email: person.email, address: '198.51.100.4' });
  await leaveTraces(person, mark);
  // Begun as a guest with the same address, and given up after the account was deleted.
  const guest = {
    tokenDigest: new Uint8Array([7]),
    email: person.email,
    name: `${mark} Guest`,
    items: [],
    currency: 'usd',
  };
  const { id } = await db().checkout.create({ data: { ...guest, createdAt: AT, expiresAt: AT } });
  expect(await tablesWith(mark)).toEqual(expect.arrayContaining(['access_key', 'checkout', 'outbox_entry', 'session']));
  expect(await pressDelete(person)).toEqual({ ok: true });
  expect(await db().checkout.findUnique({ where: { id } })).toMatchObject({ email: person.email, status: 'open' });
  await db().checkout.update({ where: { id }, data: { status: 'expired' } });
  await forgetNow(person.customerId);
  expect(await tablesWith(mark)).toEqual(['"order"', 'audit_entry']);
  expect(await db().auditEntry.count({ where: { agent: { contains: mark } } })).toBe(0);
  expect(await tablesWith('203.0.113.77')).toEqual([]);
  const orders = await db().order.findMany({ where: { customerId: person.customerId } });
  expect(orders.map(({ buyerName }) => buyerName)).toEqual([`${mark} Name`, `${mark} Name`]);
});

test('orders, payments and invoices stay, with the name that stood on them and without the address of the account', async () => {
  const person = await somebody();
  await leaveTraces(person, 'Ada');
  const which = { orderNumber: person.licence.orderNumber };
  const before = await readInvoice(which);
  await pressDelete(person);
  expect(await readInvoice(which)).toEqual({ ...before, buyer: { ...before?.buyer, email: '' } });
  expect(before?.buyer.name).toBe('Ada Name');
});

test('the old address is mailed what happened, once and last; what waited for it is not sent', async () => {
  const person = await somebody();
  await requestPasswordReset({ email: person.email, address: '198.51.100.5' });
  expect((await mailsTo(person.email)).map(({ template }) => template)).toEqual(['reset_password']);
  await pressDelete(person);
  const mails = await mailsTo(person.email);
  expect(mails).toMatchObject([{ template: 'account_deleted', facts: { licences: 2, activations: 2, orders: 2 } }]);
  const composed = await composeMail(first(mails), storeMailReaders, 'recipient');
  expect(composed).toMatchObject({ ok: true, mail: { text: expect.stringContaining('2 licences have ended') } });
  await forgetNow(person.customerId);
  expect(await mailsTo(person.email)).toEqual([]);
});

test('mails to an address the account had before go too, and those of its next owner stay', async () => {
  const person = await somebody();
  const { customerId, customer } = person;
  const row = (to: string, createdAt: Date, key: string) =>
    db().outboxEntry.create({
      data: {
        ...{ kind: 'mail', createdAt, availableAt: createdAt, dedupeKey: `${key}|${customerId}` },
        payload: { template: 'email_in_use', to, facts: { at: createdAt.toISOString() } },
      },
    });
  const changedAt = new Date();
  await db().customer.update({
    where: { id: customerId },
    data: { createdAt: new Date(changedAt.getTime() - 60_000) },
  });
  await inTransaction((tx) =>
    tx.auditEntry.create({
      data: {
        ...{ at: changedAt, actorKind: 'customer', action: 'email.change', objectKind: 'customer' },
        ...{ objectId: customerId, before: { email: `old-${customer.email}` }, after: { email: customer.email } },
      },
    }),
  );
  await row(`old-${customer.email}`, new Date(changedAt.getTime() - 1_000), 'mine');
  const next = await row(`old-${customer.email}`, new Date(changedAt.getTime() + 1_000), 'next');
  await pressDelete(person);
  const left = await db().outboxEntry.findMany({ where: { dedupeKey: { endsWith: customerId }, kind: 'mail' } });
  expect(left.map(({ id }) => id).sort()).toEqual(expect.arrayContaining([next.id]));
  expect(left).toHaveLength(2);
});

test('it is done once, however often it is pressed, and the audit has it once', async () => {
  const person = await somebody();
  const shownLicences = 2;
  const results = await Promise.all(Array.from({ length: 4 }, () => pressDelete(person, { shownLicences })));
  expect(results).toEqual(Array(4).fill({ ok: true }));
  const entries = await db().auditEntry.findMany({ where: { objectId: person.customerId, action: 'customer.delete' } });
  expect(entries).toMatchObject([
    { actorId: person.customerId, after: { licences: 2, activations: 2, ordersKept: 2 } },
  ]);
  expect(await db().auditEntry.count({ where: { action: 'activation.delete', actorId: person.customerId } })).toBe(2);
});

test('another address than the account’s, and another number of licences than was shown, delete nothing', async () => {
  const person = await somebody();
  const typed = await pressDelete(person, { typedAddress: 'somebody@example.test' });
  expect(typed).toEqual({ ok: false, reason: 'address_differs' });
  expect(await pressDelete(person, { shownLicences: 1 })).toEqual({ ok: false, reason: 'licences_changed' });
  expect(await readSession(person.sessionId)).toBeDefined();
  expect(await pressDelete(person, { typedAddress: ` ${person.email.toUpperCase()} ` })).toEqual({ ok: true });
});

test('a browser that was signed out meanwhile deletes nothing, as when the password was changed elsewhere', async () => {
  const person = await somebody({ passwordHash: await hashPassword('a few easy words 42') });
  const { customerId } = person;
  const { id: sessionId } = await aSession({ customerId, by: 'password' });
  const passwords = { currentPassword: 'a few easy words 42', newPassword: 'some other words 43' };
  const changed = await changePassword({ customerId, sessionId, ...passwords, address: '192.0.2.1' });
  expect(changed).toEqual({ ok: true });
  expect(await pressDelete(person)).toEqual({ ok: false, reason: 'signed_out' });
});

test('who comes back with the address is a new person, with nothing of the old account', async () => {
  const person = await somebody();
  await pressDelete(person);
  const made = await inTransaction((tx) => createCustomer(tx, { email: person.email }));
  if (!made.ok) throw new Error(made.reason);
  expect(made.customer.number).not.toBe(person.customer.number);
  expect(await db().apiResource.count({ where: { customerId: made.customer.id } })).toBe(0);
  const bought = await aResource({ customerId: made.customer.id });
  const [told] = await checkStatus([aCall(bought.masterKey, person.licence.planNumber, 'laptop')], { at: AT });
  expect(told).toMatchObject({ ok: false, reason: 'wrong_product' });
});

test('the database lets nobody write a person back into the row', async () => {
  const person = await somebody();
  await pressDelete(person);
  const { customerId } = person;
  for (const column of ["name = 'Ada'", "email = 'ada@example.test'", "password_hash = 'x'", "role = 'admin'"]) {
    const written = pool().query(`UPDATE customer SET ${column} WHERE id = $1`, [customerId]);
    await expect(written).rejects.toThrow('customer_deleted_is_nobody');
  }
});
