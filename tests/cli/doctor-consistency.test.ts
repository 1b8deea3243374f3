import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAtConsistency } from '@/lib/cli/doctor-consistency';
import { now } from '@/lib/clock';
import { db, inTransaction, pool } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aProduct, aResource } from '../support/factories';

useDatabase();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-doctor-'));
  setEnv({ ...env(), dataDir: folder });
});
afterAll(() => rm(folder, { recursive: true }));

const findingOf = async (name: string) => (await lookAtConsistency()).find((finding) => finding.name === name);

test('a store that nobody wrote to by hand is well', async () => {
  const { key, productNumber } = await aResource();
  await activate([aCall(key, productNumber, 'laptop')], { at: AT, strict: false });
  expect((await lookAtConsistency()).filter(({ isWell }) => !isWell)).toEqual([]);
});

test('a counter that differs from its rows is found, and counted anew with a record of it', async () => {
  const { key, productNumber, resourceId, resourceNumber } = await aResource();
  await activate([aCall(key, productNumber, 'laptop')], { at: AT, strict: false });
  await pool().query('UPDATE api_resource SET activation_count = 3 WHERE id = $1', [resourceId]);
  const found = await findingOf('Counters');
  expect(found?.text).toBe(`licence ${resourceNumber} says 3, has 1`);
  await found?.fix?.();
  expect((await findingOf('Counters'))?.isWell).toBe(true);
  expect(
    await db().auditEntry.findFirst({ where: { action: 'api_resource.recount', objectId: resourceId } }),
  ).toMatchObject({
    before: { activationCount: 3 },
    after: { activationCount: 1 },
  });
});

test('a licence and a customer without their keys get them, once', async () => {
  const { resourceId, customerId } = await aResource();
  await db().licenseKey.deleteMany({ where: { customerId } });
  const found = await findingOf('Keys');
  expect(found?.isWell).toBe(false);
  await Promise.all([found?.fix?.(), found?.fix?.()]);
  const keys = await db().licenseKey.findMany({ where: { customerId }, orderBy: { kind: 'asc' } });
  expect(keys.map(({ kind, apiResourceId }) => [kind, apiResourceId])).toEqual([
    ['master', null],
    ['product_order', resourceId],
  ]);
});

test('a paid order that brought no licence is named', async () => {
  const [customer, product] = [await aCustomer(), await aProduct()];
  const order = await anOrder({ customerId: customer.id, items: [{ plan: product.plan }] });
  expect((await findingOf('Orders'))?.text).toContain(`order ${order.number}.`);
  await inTransaction((tx) => tx.order.update({ where: { id: order.id }, data: { status: 'cancelled' } }));
  expect((await findingOf('Orders'))?.isWell).toBe(true);
});

test('an old file that no release names is set aside, not deleted; a new one is left alone', async () => {
  const [old, young] = [`aa/aa${'0'.repeat(62)}`, `bb/bb${'0'.repeat(62)}`];
  const yesterday = new Date(now().getTime() - 2 * 86_400_000);
  for (const file of [old, young]) {
    await mkdir(path.dirname(path.join(folder, 'artifacts', file)), { recursive: true });
    await writeFile(path.join(folder, 'artifacts', file), file);
  }
  await utimes(path.join(folder, 'artifacts', old), yesterday, yesterday);
  const found = await findingOf('Orphans');
  expect(found?.text).toBe(`no release names ${old}`);
  await found?.fix?.();
  expect(await findingOf('Orphans')).toBeUndefined();
  expect(await readFile(path.join(folder, 'orphans', old), 'utf8')).toBe(old);
});

test('a release whose file is gone is named', async () => {
  const { product } = await aResource();
  const at = now();
  const location = `cc/cc${'0'.repeat(62)}`;
  const artifact = {
    fileName: 'gone.zip',
    source: 'local' as const,
    location,
    sizeBytes: 5,
    sha256: location.slice(3),
  };
  const release = {
    version: '9.9.9',
    releasedAt: at,
    createdAt: at,
    artifacts: { create: { ...artifact, createdAt: at } },
  };
  await db().release.create({ data: { ...release, productId: product.id } });
  expect((await findingOf('Releases'))?.text).toContain('gone.zip of 9.9.9');
});
