import { createHmac } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { forgetAgents } from '@/lib/audit/forget-agents';
import { recordAudit } from '@/lib/audit/record-audit';
import { sealEntries } from '@/lib/audit/seal-entries';
import { verifyChain } from '@/lib/audit/verify-chain';
import { now } from '@/lib/clock';
import { db, inTransaction, pool } from '@/lib/db/client';
import { derivedKey } from '@/lib/secrets/keyring';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';

useDatabase();
beforeEach(async () => {
  // As after a start of the process: nothing noted yet.
  delete (globalThis as { latchkeyAuditHorizon?: unknown }).latchkeyAuditHorizon;
  await byHand('audit_seal', 'TRUNCATE audit_seal');
  await byHand('audit_entry', 'TRUNCATE audit_entry RESTART IDENTITY');
});

const write = (objectId: string) =>
  inTransaction((tx) => recordAudit(tx, { actor: bySystem, action: 'test.write', objectKind: 'test', objectId }));

/** Noted, waited for, sealed: see sealEntries. A transaction of any database of the server is waited for, other tests' too. */
async function sealAll(): Promise<number> {
  let sealed = 0;
  const isSealed = async () => {
    sealed += await sealEntries();
    return (await db().auditEntry.aggregate({ _max: { id: true } }))._max.id === (await lastSealed());
  };
  await expect.poll(isSealed, { interval: 5, timeout: 20_000 }).toBe(true);
  return sealed;
}

const lastSealed = async () => (await db().auditSeal.aggregate({ _max: { toId: true } }))._max.toId;

/** What somebody with the database's own password could do. */
async function byHand(table: string, statement: string): Promise<void> {
  await pool().query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await pool().query(statement);
  await pool().query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

test('every entry is sealed moments after it was written, and the chain holds', async () => {
  for (const name of ['a', 'b', 'c']) await write(name);
  expect(await verifyChain()).toMatchObject({ ok: true, seals: 0, unsealed: 3, head: undefined });
  expect(await sealAll()).toBe(3);
  await write('d');
  expect(await verifyChain()).toMatchObject({ ok: true, entries: 3, unsealed: 1 });
  expect(await sealAll()).toBe(1);
  expect(await verifyChain()).toMatchObject({ ok: true, entries: 4, seals: 2, unsealed: 0, head: { position: 2 } });
});

test('a seal is the keyed digest of its entries one after the other, so that the chains of older versions hold', async () => {
  for (const name of ['a', 'b\n"\\', 'c']) await write(name);
  await sealAll();
  const { rows } = await pool().query<{ line: string }>(`
    SELECT json_build_array(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor_kind, actor_id, via,
      address, action, object_kind, object_id, before, after)::text AS line FROM audit_entry ORDER BY id`);
  const lines = rows.map(({ line }) => `\n${line}`).join('');
  const expected = createHmac('sha256', derivedKey('audit')).update(Buffer.alloc(32)).update(`1|3|3${lines}`).digest();
  const seal = await db().auditSeal.findUniqueOrThrow({ where: { position: 1 } });
  expect(Buffer.from(seal.digest)).toEqual(expected);
});

test.each([
  ['changed', "UPDATE audit_entry SET object_id = 'x' WHERE id = 2"],
  ['changed in what it says was there before', `UPDATE audit_entry SET before = '{"a":1}' WHERE id = 2`],
  ['taken out', 'DELETE FROM audit_entry WHERE id = 2'],
])('an entry that was %s afterwards is found', async (_what, statement) => {
  for (const name of ['a', 'b', 'c']) await write(name);
  await sealAll();
  await byHand('audit_entry', statement);
  expect(await verifyChain()).toEqual({ ok: false, reason: 'entries_differ', fromId: 1n, toId: 3n });
});

test('no seal has more than two thousand entries, and numbers that were never given out cost none of its own', async () => {
  const insertMany = `INSERT INTO audit_entry (at, actor_kind, action, object_kind, object_id)
    SELECT now(), 'system', 'test.write', 'test', n::text FROM generate_series(1, 2100) n`;
  await pool().query(insertMany);
  // As an import of somebody's numbers leaves them.
  await pool().query(`SELECT setval(pg_get_serial_sequence('audit_entry', 'id'), 1000000)`);
  await pool().query(insertMany);
  expect(await sealAll()).toBe(4200);
  const seals = await db().auditSeal.findMany({ orderBy: { position: 'asc' } });
  expect(seals.map(({ fromId, toId, entries }) => [fromId, toId, entries])).toEqual([
    [1n, 2000n, 2000],
    [2001n, 4000n, 100],
    [4001n, 1_002_000n, 2000],
    [1_002_001n, 1_002_100n, 100],
  ]);
  expect(await verifyChain()).toMatchObject({ ok: true });
});

test('an entry that was put in afterwards is found', async () => {
  await write('a');
  await pool().query("SELECT nextval('audit_entry_id_seq')");
  await write('c');
  await sealAll();
  await byHand(
    'audit_entry',
    `INSERT INTO audit_entry (id, at, actor_kind, action, object_kind, object_id)
     VALUES (2, now(), 'system', 'test.write', 'test', 'b')`,
  );
  expect(await verifyChain()).toMatchObject({ ok: false, reason: 'entries_differ' });
});

test('a seal that was changed or taken out is found', async () => {
  await write('a');
  await sealAll();
  await write('b');
  await sealAll();
  await byHand('audit_seal', `UPDATE audit_seal SET digest = decode(repeat('00', 32), 'hex') WHERE position = 1`);
  expect(await verifyChain()).toMatchObject({ ok: false, reason: 'entries_differ', fromId: 1n });
  await byHand('audit_seal', 'DELETE FROM audit_seal WHERE position = 1');
  expect(await verifyChain()).toEqual({ ok: false, reason: 'seal_missing', position: 1 });
});

test('an entry whose transaction is still open holds the sealing back, and is sealed with its neighbours', async () => {
  await write('a');
  await inTransaction(async (tx) => {
    await recordAudit(tx, { actor: bySystem, action: 'test.write', objectKind: 'test', objectId: 'slow' });
    await write('quick');
    for (let call = 0; call < 6; call++) expect(await sealEntries()).toBe(0);
  });
  expect(await sealAll()).toBe(3);
  expect(await verifyChain()).toMatchObject({ ok: true, entries: 3, unsealed: 0 });
});

test('two processes that seal at once make one chain', async () => {
  for (const name of ['a', 'b', 'c']) await write(name);
  await sealEntries();
  await sealEntries();
  await Promise.all([sealEntries(), sealEntries()]);
  await sealAll();
  expect(await verifyChain()).toMatchObject({ ok: true, entries: 3, unsealed: 0 });
  expect(await db().auditSeal.count()).toBe(1);
});

test('neither entries nor seals can be changed through the store', async () => {
  await write('a');
  await sealAll();
  await expect(db().auditEntry.updateMany({ data: { objectId: 'x' } })).rejects.toThrow(/append-only/);
  await expect(db().auditSeal.deleteMany()).rejects.toThrow(/append-only/);
  await expect(pool().query('TRUNCATE audit_seal')).rejects.toThrow(/append-only/);
});

test('after 90 days the agents are forgotten, younger ones are not, and the chain holds', async () => {
  const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);
  const actor = { ...bySystem, agent: 'Mozilla/5.0' };
  for (const [objectId, at] of [
    ['old', daysAgo(91)],
    ['young', daysAgo(89)],
  ] as const) {
    const about = { action: 'test.write', objectKind: 'test', objectId } as const;
    await inTransaction((tx) => recordAudit(tx, { actor, ...about, at }));
  }
  await sealAll();
  expect(await forgetAgents(daysAgo(90))).toBe(1);
  const agents = await db().auditEntry.findMany({ orderBy: { id: 'asc' }, select: { objectId: true, agent: true } });
  expect(agents).toEqual([
    { objectId: 'old', agent: '' },
    { objectId: 'young', agent: 'Mozilla/5.0' },
  ]);
  expect(await verifyChain()).toMatchObject({ ok: true, entries: 2 });
});

test.each([
  ['another agent', { agent: 'curl' }],
  ['something else beside the agent', { agent: '', address: '192.0.2.9' }],
])('forgetting an agent is no way to write %s', async (_what, data) => {
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: { ...bySystem, agent: 'Mozilla/5.0' },
      action: 'test.write',
      objectKind: 'test',
      objectId: 'a',
    }),
  );
  await expect(db().auditEntry.updateMany({ data })).rejects.toThrow(/append-only/);
});
