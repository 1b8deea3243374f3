import { beforeAll, expect, test } from 'vitest';
import { type EntryFilter, listEntryKinds } from '@/lib/audit/entry-filter';
import { exportEntries } from '@/lib/audit/export-entries';
import { entryOrder, entryStatement, listEntries, readEntry } from '@/lib/audit/list-entries';
import { nameObjects, nameOf } from '@/lib/audit/name-objects';
import { readChainStanding } from '@/lib/audit/read-chain-head';
import { type Actor, recordAudit } from '@/lib/audit/record-audit';
import { inTransaction, pool } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { inListRead } from '@/lib/db/in-list-read';
import { LAST_PAGE, readKeysetPage } from '@/lib/db/keyset-page';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';

useDatabase();

let admin: Awaited<ReturnType<typeof aCustomer>>;
let licence: Awaited<ReturnType<typeof aResource>>;

beforeAll(async () => {
  admin = await aCustomer({ email: 'root@example.test', role: 'admin' });
  licence = await aResource();
  const byAdmin: Actor = { kind: 'admin', id: admin.id, via: 'session:1', address: '192.0.2.1' };
  await write(byAdmin, 'test.suspend', { objectKind: 'api_resource', objectId: licence.resourceId });
  await write({ kind: 'client', id: admin.id }, 'activation.create', { objectKind: 'activation', objectId: 'a-1' });
  await write({ kind: 'client' }, 'session.refuse', { objectKind: 'session', objectId: 'unknown' });
  await write(byAdmin, 'activation.delete', { objectKind: 'activation', objectId: 'a-1' });
});

function write(actor: Actor, action: `${string}.${string}`, object: { objectKind: string; objectId: string }) {
  const sides = { before: { isOn: true }, after: { isOn: false } };
  return inTransaction((tx) => recordAudit(tx, { actor, action, ...object, ...sides, at: AT }));
}

async function actions(filter: EntryFilter): Promise<string[]> {
  const { rows, count } = await listEntries(filter, {});
  expect(count).toBe(rows.length);
  return rows.map((row) => row.action);
}

test('the audit is narrowed by who, what, which object and since when', async () => {
  expect((await actions({})).slice(-4)).toEqual([
    'activation.delete',
    'session.refuse',
    'activation.create',
    'test.suspend',
  ]);
  expect(await actions({ actorKind: 'admin' })).toEqual(['activation.delete', 'test.suspend']);
  expect(await actions({ actorKind: 'client' })).toEqual(['session.refuse', 'activation.create']);
  expect(await actions({ action: 'session.refuse' })).toEqual(['session.refuse']);
  expect(await actions({ action: 'activation.delete' })).toEqual(['activation.delete']);
  expect(await actions({ objectKind: 'activation' })).toEqual(['activation.delete', 'activation.create']);
  expect(await actions({ text: 'Root@example.test' })).toEqual(['activation.delete', 'test.suspend']);
  expect(await actions({ text: licence.resourceId })).toContain('test.suspend');
  expect(await actions({ text: 'nobody@example.test' })).toEqual([]);
  expect(await actions({ since: new Date(AT.getTime() + 86_400_000) })).toEqual([]);
});

test('the filters offer every action and every kind of object that there is', async () => {
  const { actions: known, objectKinds } = await listEntryKinds();
  expect(known).toEqual(
    expect.arrayContaining(['activation.create', 'session.refuse', 'test.suspend', 'api_resource.issue']),
  );
  expect(objectKinds).toEqual(expect.arrayContaining(['activation', 'api_resource', 'session']));
  expect(new Set(known).size).toBe(known.length);
});

test('an entry says who did it by their address, and its object is called by its number', async () => {
  const { rows } = await listEntries({ action: 'test.suspend' }, {});
  const entry = first(rows);
  expect(entry).toMatchObject({ actorEmail: 'root@example.test', before: { isOn: true }, after: { isOn: false } });
  expect(await readEntry(entry.id)).toEqual(entry);
  expect(await readEntry('0')).toBeUndefined();
  const objects = await nameObjects([...rows, { objectKind: 'order', objectId: 'no-uuid' }]);
  expect(objects.get(nameOf('api_resource', licence.resourceId))).toEqual({
    kind: 'api_resource',
    number: licence.resourceNumber,
  });
  expect(objects.size).toBe(1);
});

test('an export of the audit is itself audited', async () => {
  const rows = [];
  for await (const page of await exportEntries({ actorKind: 'admin' }, { actor: bySystem, format: 'json' }))
    rows.push(...page);
  expect(rows.map((row) => row.action)).toEqual(['activation.delete', 'test.suspend']);
  expect((await listEntries({ action: 'audit.export' }, {})).rows).toMatchObject([
    { after: { actorKind: 'admin', format: 'json' } },
  ]);
});

test('before the first seal every entry waits for one', async () => {
  const { head, unsealed } = await readChainStanding();
  expect(head).toBeUndefined();
  expect(unsealed).toBeGreaterThanOrEqual(4);
});

test.each<[string, EntryFilter, RegExp]>([
  ['everything', {}, /audit_entry_at_idx/],
  ['admins', { actorKind: 'admin' }, /audit_entry_(actor_kind_at|at)_idx/],
  ['one action', { action: 'settings.save' }, /audit_entry_action_at_idx/],
  ['an e-mail address', { text: 'root@example.test' }, /audit_entry_actor_id_at_idx/],
  ['an object', { text: 'a-1' }, /audit_entry_object_kind_object_id_idx/],
])('thousands of entries by %s are read by index', async (_, filter, index) => {
  await pool().query(
    `INSERT INTO audit_entry (at, actor_kind, action, object_kind, object_id)
     SELECT timestamptz '2026-01-01' + g * interval '1 second', 'client', 'activation.create', 'activation', g::text
     FROM generate_series(1, 4000) g`,
  );
  await pool().query('ANALYZE audit_entry');
  for (const wish of [{}, { before: LAST_PAGE }]) {
    const plan = await inListRead(async (tx) => {
      let lines: { 'QUERY PLAN': string }[] = [];
      await readKeysetPage({ order: entryOrder, wish, size: 50 }, async (start) => {
        lines = await tx.$queryRaw(Prisma.sql`EXPLAIN ${entryStatement(filter, start)}`);
        return [];
      });
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).not.toMatch(/Seq Scan on audit_entry/);
    expect(plan).toMatch(index);
  }
});
