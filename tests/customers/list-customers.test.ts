import { beforeAll, expect, test } from 'vitest';
import type { CustomerFilter } from '@/lib/customers/customer-filter';
import { exportCustomers, listCustomers } from '@/lib/customers/list-customers';
import { readCustomer } from '@/lib/customers/read-customer';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { anApp, aPerson } from '../support/second-factors';
import { aSession } from '../support/sessions';

useDatabase();

const at = new Date();
let ada: { id: string; number: number };
beforeAll(async () => {
  ada = await aCustomer({ email: 'ada_l@example.test' });
  await db().customer.update({ where: { id: ada.id }, data: { name: 'Ada Lovelace', company: 'Engine & Sons' } });
  const grace = await aCustomer({ email: 'grace@acme.example' });
  await db().customer.update({
    where: { id: grace.id },
    data: { name: "Grace O'Hopper", company: 'acme.example', disabledAt: at },
  });
  await aCustomer({ email: 'ada%x@example.test' });
  await aCustomer({ email: 'bare-admin@example.test', role: 'admin' });
  await anApp(await aPerson(at, { email: 'safe-admin@example.test', role: 'admin' }), at);
});

const found = async (filter: CustomerFilter) => (await listCustomers(filter, {})).rows.map(({ email }) => email);

test.each([
  ['ADA_L', ['ada_l@example.test']],
  ['ada%x', ['ada%x@example.test']],
  ['love', ['ada_l@example.test']],
  ['lovelace ada', ['ada_l@example.test']],
  ['sons', ['ada_l@example.test']],
  ['hopper', ['grace@acme.example']],
  ["O'Hop", ['grace@acme.example']],
  ['acme.ex', ['grace@acme.example']],
  ['nobody', []],
  ["'); DROP", []],
  ['\\', []],
  ['&|!:*', []],
])('%j is found by the beginnings of what people are called', async (text, emails) => {
  expect(await found({ text })).toEqual(emails);
});

test('a customer number finds its customer', async () => {
  expect(await found({ text: `#${ada.number}` })).toEqual(['ada_l@example.test']);
});

test('the filters tell roles, disabled accounts and admins without a second factor', async () => {
  expect(await found({ role: 'admin' })).toEqual(['safe-admin@example.test', 'bare-admin@example.test']);
  expect(await found({ lacksFactor: true })).toEqual(['bare-admin@example.test']);
  expect(await found({ isDisabled: true })).toEqual(['grace@acme.example']);
  expect(await found({ isDisabled: false, role: 'customer' })).toEqual(['ada%x@example.test', 'ada_l@example.test']);
});

test('pages by position repeat nobody and leave nobody out, the newest first', async () => {
  for (let more = 0; more < 60; more++) await aCustomer();
  const one = await listCustomers({}, {});
  const two = await listCustomers({}, { after: one.next });
  expect(one.rows).toHaveLength(50);
  expect(two.next).toBeUndefined();
  const numbers = [...one.rows, ...two.rows].map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
  expect(numbers).toHaveLength(one.count);
});

test('an export holds everybody and says in the audit who took it', async () => {
  const { total, pages } = await exportCustomers({ role: 'admin' }, bySystem);
  const rows = [];
  for await (const page of pages) rows.push(...page);
  expect(rows).toHaveLength(2);
  expect(total).toBe(2);
  const [row] = await db().auditEntry.findMany({ where: { action: 'customer.export' } });
  expect(row?.after).toEqual({ role: 'admin' });
});

test('a person’s facts count what is theirs and carry no secret', async () => {
  const { customerId } = await aResource();
  const { number } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  await aSession({ customerId, at });
  await aSession({ customerId, at });
  expect(await readCustomer(number, at)).toMatchObject({
    id: customerId,
    sessions: 2,
    lastSeenAt: at,
    factors: { totp: 0, passkey: 0, recoveryCodes: 0 },
    hasPassword: false,
  });
  expect(await readCustomer(2_147_483_647)).toBeUndefined();
});
