import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { startCustomerView } from '@/lib/customers/start-customer-view';
import { db } from '@/lib/db/client';
import { addOrderNote } from '@/lib/orders/add-order-note';
import { exportOwnData } from '@/lib/personal-data/export-own-data';
import { useDatabase } from '../support/database';
import { aKeyOf } from '../support/developer-keys';
import { aCustomer } from '../support/factories';
import { anApp } from '../support/second-factors';
import { leaveTraces, type Somebody, somebody } from './support';

useDatabase();

async function fileOf({ customer, actor }: Pick<Somebody, 'customer' | 'actor'>): Promise<string> {
  const store = { name: 'Acme', url: 'http://store.test' };
  const result = await exportOwnData({ person: customer, store, notes: ['Keys are masked.'], actor });
  if (!result.ok) throw new Error(result.reason);
  let text = '';
  for await (const chunk of result.chunks) text += chunk;
  return text;
}

test('the file is JSON that says its schema and when it was made, and holds every part of what is kept', async () => {
  const person = await somebody();
  await leaveTraces(person, 'Ada');
  const data = JSON.parse(await fileOf(person));
  expect(data).toMatchObject({
    schema_version: 1,
    made_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    store: { name: 'Acme' },
    notes: ['Keys are masked.'],
    profile: { email: person.email, name: 'Ada Name', company: 'Ada Company', invoice_address: 'Ada Street' },
    sign_in: { sessions: [{ address: '203.0.113.77', user_agent: 'Ada agent' }] },
    mail_choices: [{ topic: 'device_activated', is_wanted: true }],
    developer_keys: [{ name: 'Ada key', note: 'Ada note', permissions: 'full' }],
    client_calls: [{ action: 'status', address: '203.0.113.77' }],
    management_calls: [{ operation: 'whoami', user_agent: 'Ada agent' }],
    downloads: [{ way: 'link' }],
  });
  expect(data.orders.map(({ number }: { number: number }) => number)).toEqual(
    [person.licence.orderNumber, person.other.orderNumber].sort((a, b) => a - b),
  );
  expect(data.licences).toHaveLength(2);
  expect(data.activations.map(({ instance }: { instance: string }) => instance)).toEqual(['laptop', 'server']);
  expect(data.mails.map(({ subject }: { subject: string }) => subject)).toEqual(['Notice about a developer key']);
  expect(data.history).toContainEqual(
    expect.objectContaining({ action: 'customer.edit_profile', address: '192.0.2.1', user_agent: 'Ada agent' }),
  );
});

test('no key, password, seed or token is in it, also where a client sent its key as its name', async () => {
  const person = await somebody({ passwordHash: '$argon2id$not-a-real-one' });
  const { seed, sessionId } = await anApp(person, now());
  const actor = { ...person.actor, via: `session:${sessionId}` };
  const owner = { customer: person.customer, customerId: person.customerId, actor };
  const key = await aKeyOf(owner, { name: 'Deploy' });
  const value = key.value.kind === 'pair' ? '' : key.value.key;
  await db().activation.updateMany({ where: { instance: 'laptop' }, data: { label: person.licence.key } });
  const file = await fileOf(person);
  for (const secret of [person.licence.key, person.licence.masterKey, value, seed, '$argon2id$', 'sealed']) {
    expect(file).not.toContain(secret);
  }
  expect(file).toContain(`…${person.licence.key.slice(-4)}`);
  expect(JSON.parse(file).sign_in.second_factors).toMatchObject([{ kind: 'totp', name: 'Phone' }]);
});

test('another person’s data and what admins note for each other are not in it', async () => {
  const [person, stranger] = [await somebody(), await somebody()];
  await leaveTraces(stranger, 'Eve');
  await leaveTraces(person, 'Ada');
  // The same hint, as two keys may have it.
  const { hint } = await db().licenseKey.findFirstOrThrow({ where: { apiResourceId: person.licence.resourceId } });
  await db().licenseKey.updateMany({ where: { customerId: stranger.customerId }, data: { hint } });
  await db().requestLogEntry.updateMany({ where: { customerId: stranger.customerId }, data: { keyHint: hint } });
  const admin = await aCustomer({ role: 'admin', email: 'watchful@example.test' });
  const byAdmin = { kind: 'admin' as const, id: admin.id };
  await addOrderNote(person.licence.orderNumber, 'Difficult customer', { actor: byAdmin });
  await startCustomerView({
    ...{ customerNumber: person.customer.number, admin: { id: admin.id, sessionId: crypto.randomUUID() } },
    ...{ reason: 'Ticket four', actor: byAdmin },
  });
  const file = await fileOf(person);
  for (const foreign of ['Eve', stranger.email, 'Difficult', 'Ticket four', 'watchful', admin.id]) {
    expect(file).not.toContain(foreign);
  }
  expect(JSON.parse(file).sign_in.looks_by_administrators).toHaveLength(1);
});

test('what an administrator did to others is told to them without those others', async () => {
  const admin = await somebody({ role: 'admin' });
  const other = await aCustomer({ email: `other-${crypto.randomUUID()}@example.test` });
  await db().auditEntry.create({
    data: {
      ...{ at: now(), actorKind: 'admin', actorId: admin.customerId, action: 'customer.create' },
      ...{ objectKind: 'customer', objectId: other.id, after: { email: other.email } },
    },
  });
  const file = await fileOf(admin);
  expect(JSON.parse(file).history).toContainEqual(expect.objectContaining({ action: 'customer.create', by: 'you' }));
  expect(file).not.toContain(other.email);
});

test('it is audited before its first byte, and ten are taken out an hour', async () => {
  const person = await somebody();
  const { customer, actor } = person;
  const wish = { person: customer, store: { name: '', url: '' }, notes: [], actor };
  const results = await Promise.all(Array.from({ length: 12 }, () => exportOwnData(wish)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(10);
  const where = { action: 'customer.export_own_data', objectId: customer.id };
  expect(await db().auditEntry.findMany({ where })).toHaveLength(10);
});

test('lists that are longer than a page are told whole, each row once', async () => {
  const person = await somebody();
  const { hint } = await db().licenseKey.findFirstOrThrow({ where: { apiResourceId: person.licence.resourceId } });
  const at = now();
  await db().requestLogEntry.createMany({
    data: Array.from({ length: 1_203 }, (_, i) => ({
      ...{ at, protocol: 'v1', action: 'status', outcome: 'ok', keyHint: hint, customerId: person.customerId },
      ...{ product: String(i), durationUs: 1 },
    })),
  });
  const calls: { product: string }[] = JSON.parse(await fileOf(person)).client_calls;
  expect(calls).toHaveLength(1_203);
  expect(new Set(calls.map(({ product }) => product)).size).toBe(1_203);
});
