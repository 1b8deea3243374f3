import { expect, test } from 'vitest';
import { recordAudit } from '@/lib/audit/record-audit';
import { db, inTransaction } from '@/lib/db/client';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { useDatabase } from '../support/database';

useDatabase();

const fact = {
  actor: { kind: 'admin', via: 'session:1', address: '192.0.2.1' },
  action: 'settings.save',
  objectKind: 'store_settings',
  objectId: 'store',
  before: { showMasterApiKey: true },
  after: { showMasterApiKey: false },
} as const;

test('a change and its record are written together or not at all', async () => {
  const failing = inTransaction(async (tx) => {
    await recordAudit(tx, fact);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db().auditEntry.count()).toBe(0);
  await inTransaction((tx) => recordAudit(tx, fact));
  const rows = await db().auditEntry.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ actorKind: 'admin', via: 'session:1', action: 'settings.save', after: fact.after });
});

test('a record can be neither changed nor removed', async () => {
  await inTransaction((tx) => recordAudit(tx, fact));
  await expect(db().auditEntry.updateMany({ data: { action: 'nothing.happened' } })).rejects.toThrow();
  await expect(db().auditEntry.deleteMany()).rejects.toThrow();
});

test('an agent is kept in 200 characters, without what no page shows, what no column holds and without keys', async () => {
  const key = newDeveloperKey('secret');
  const agent = `Mozilla/5.0\u0000\u0007\u202e \ud800${key} ${'x'.repeat(500)}`;
  await inTransaction((tx) => recordAudit(tx, { ...fact, actor: { ...fact.actor, agent }, objectId: 'agent' }));
  const { agent: kept } = await db().auditEntry.findFirstOrThrow({ where: { objectId: 'agent' } });
  expect(kept).toMatch(/^Mozilla\/5\.0 lkx_….{4} x+$/);
  expect(kept).toHaveLength(200);
});
