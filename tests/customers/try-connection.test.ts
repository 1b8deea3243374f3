import { expect, test } from 'vitest';
import { tryConnection } from '@/lib/customers/try-connection';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';

useDatabase();

const anAdmin = async () => ({ kind: 'admin' as const, id: (await aCustomer({ role: 'admin' })).id, via: 'session:x' });
const at = new Date('2026-03-01T12:00:00Z');

test('a test of a connection leaves one audit row that says whether it worked, and nothing of the answer', async () => {
  const actor = await anAdmin();
  const run = async () => ({ ok: false, detail: '535 wrong password hunter2' });
  const tried = await tryConnection({ name: 'smtp', actor, run, works: (answer) => answer.ok }, at);
  expect(tried).toEqual({ ok: true, answer: { ok: false, detail: '535 wrong password hunter2' } });
  const rows = await db().auditEntry.findMany({ where: { actorId: actor.id } });
  expect(rows).toMatchObject([{ action: 'connection.test', objectId: 'smtp', after: { works: false } }]);
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('535');
});

test('the eleventh test within ten minutes is refused without being run, and each connection counts by itself', async () => {
  const actor = await anAdmin();
  let runs = 0;
  const press = (name: 'stripe' | 's3') =>
    tryConnection({ name, actor, run: async () => ++runs, works: () => true }, at);
  for (let i = 0; i < 10; i++) expect(await press('stripe')).toMatchObject({ ok: true });
  expect(await press('stripe')).toMatchObject({ ok: false, reason: 'too_many_attempts', retryAfterSeconds: 600 });
  expect(runs).toBe(10);
  expect(await press('s3')).toMatchObject({ ok: true });
});
