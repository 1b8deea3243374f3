import { beforeAll, beforeEach, expect, test } from 'vitest';
import { exportKeys } from '@/lib/access-keys/export-keys';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { now } from '@/lib/clock';
import { noteRefusedDoor } from '@/lib/customers/note-refused-door';
import { hashPassword } from '@/lib/customers/password';
import { signIn } from '@/lib/customers/sign-in';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner } from '../support/developer-keys';
import { aCustomer } from '../support/factories';
import { manageCall } from '../support/manage-calls';
import { aPerson } from '../support/second-factors';

useDatabase();

const at = now();
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword('correct horse battery');
});
let after = 0n;
beforeEach(async () => {
  after = (await db().auditEntry.aggregate({ _max: { id: true } }))._max.id ?? 0n;
});

const written = (action: string) =>
  db().auditEntry.findMany({ where: { action, id: { gt: after } }, orderBy: { id: 'asc' } });

test('a door of the admin area that stayed shut is audited with who, how and why: once a minute for each person and reason', async () => {
  const { customer, sessionId } = await aPerson(at);
  const person = { id: customer.id, role: customer.role, sessionId };
  const tried = { person, path: '/admin/orders', address: '192.0.2.7', userAgent: 'Mozilla/5.0' };
  await Promise.all([1, 2, 3, 4].map(() => noteRefusedDoor({ ...tried, reason: 'not_an_admin' })));
  await noteRefusedDoor({ ...tried, reason: 'no_factor' });
  const entries = await written('admin_area.refuse');
  expect(entries.map(({ after: why }) => why)).toEqual([{ reason: 'not_an_admin' }, { reason: 'no_factor' }]);
  expect(entries[0]).toMatchObject({
    actorKind: 'customer',
    actorId: customer.id,
    via: `session:${sessionId}`,
    address: '192.0.2.7',
    agent: 'Mozilla/5.0',
    objectId: '/admin/orders',
  });
});

test('a failed sign-in as an administrator is told apart from the others', async () => {
  const admin = await aCustomer({ role: 'admin', passwordHash });
  const other = await aCustomer({ passwordHash });
  for (const { email } of [admin, other]) {
    await signIn({ email, password: 'wrong', address: '192.0.2.20', userAgent: 'curl/8', at });
  }
  const entries = await written('session.refuse');
  expect(entries.map(({ objectId, after: told, agent }) => [objectId, told, agent])).toEqual([
    [admin.id, { role: 'admin' }, 'curl/8'],
    [other.id, null, 'curl/8'],
  ]);
});

test('sign-ins refused by a limit are audited, one a minute for each address', async () => {
  const { id, email } = await aCustomer({ role: 'admin', passwordHash });
  const guess = (seconds: number) => signIn({ email, password: 'wrong', address: '192.0.2.30', at: later(seconds) });
  for (let i = 0; i < 5; i++) await guess(i);
  after = (await db().auditEntry.aggregate({ _max: { id: true } }))._max.id ?? 0n;
  for (const seconds of [10, 20, 30, 75]) {
    expect(await guess(seconds)).toMatchObject({ ok: false, reason: 'too_many_attempts' });
  }
  const entries = await written('session.refuse');
  expect(entries.map(({ objectId, after: told }) => [objectId, told])).toEqual([
    [id, { limited: true, role: 'admin' }],
    [id, { limited: true, role: 'admin' }],
  ]);
});

test('a key that asks for what it may not is audited once an hour, and a key that may is not', async () => {
  const owner = await anOwner();
  const key = await aKeyOf(owner);
  if (key.value.kind === 'pair') throw new Error('A key was wanted');
  for (let i = 0; i < 3; i++) {
    const answer = await manageCall(key.value.key, 'GET', '/admin/audit', undefined, { address: '198.18.0.1' });
    expect(answer.status).toBe(403);
    await flushAccessNotes();
  }
  expect((await manageCall(key.value.key, 'GET', '/whoami', undefined, { address: '198.18.0.1' })).status).toBe(200);
  await flushAccessNotes();
  const entries = await written('access_key.refuse');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    actorKind: 'client',
    address: '198.18.0.1',
    objectKind: 'access_key',
    objectId: key.sid,
    after: { reason: 'insufficient_access', operation: 'logs.list_audit' },
  });
});

test('that somebody takes out the list of their developer keys is audited before its first row', async () => {
  const owner = await anOwner();
  await aKeyOf(owner);
  const pages = await exportKeys({ customerId: owner.customerId, filter: { text: 'Night' }, actor: owner.actor }, at);
  expect(await written('access_key.export')).toMatchObject([
    { actorId: owner.customerId, objectKind: 'customer', objectId: owner.customerId, after: { text: 'Night' } },
  ]);
  expect((await pages.next()).value).toHaveLength(1);
});
