import { beforeAll, expect, test } from 'vitest';
import { hotPool, pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { findUpdate } from '@/lib/licensing/find-update';
import { keyring } from '@/lib/secrets/keyring';
import { type BenchKeys, seedBench } from '../bench/seed-bench';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';

useDatabase();

/** What all 2,001 seeded installations call themselves, as fresh installs of old clients all say "0". */
const SHARED = 'bench-instance';
let seeded: BenchKeys;

// A thousand customers whose installations share a name, and one key with twenty thousand places: what tempts a planner to
// other indexes than the one by customer, instance and product.
beforeAll(async () => {
  seeded = await seedBench(env().databaseUrl ?? '', keyring().peppers[0]?.key ?? '');
  await pool().query(`
    INSERT INTO activation (api_resource_id, customer_id, product_id, license_key_id, instance, label, requested_product, activated_at, last_seen_at)
    SELECT a.api_resource_id, a.customer_id, a.product_id, a.license_key_id, 'machine-' || n, 'host-' || n, '901', now(), now()
    FROM (SELECT a.* FROM activation a JOIN api_resource r ON r.id = a.api_resource_id ORDER BY r.order_number DESC LIMIT 1) a,
      generate_series(1, 20000) n`);
  await pool().query(
    'UPDATE api_resource r SET activation_count = (SELECT count(*) FROM activation a WHERE a.api_resource_id = r.id)',
  );
  await pool().query('VACUUM ANALYZE');
}, 60_000);

function callOf(i: number, instance: string) {
  return aCall(seeded.keys[i] ?? '', seeded.productNumbers[i] ?? 0, instance);
}

const hotCall = (instance: string) => aCall(seeded.hotKey, seeded.hotProduct, instance);
const listOf = (instance: string) => [hotCall(instance), ...[1, 2, 3].map((i) => callOf(i, instance))];
const at = new Date();

const VERBS = {
  status: (calls: ReturnType<typeof listOf>) => checkStatus(calls, { at }),
  update: (calls: ReturnType<typeof listOf>) =>
    findUpdate(
      calls.map((call) => ({ ...call, version: '1.0.0' })),
      { at },
    ),
  activate: (calls: ReturnType<typeof listOf>) => activate(calls, { at, strict: false }),
  deactivate: (calls: ReturnType<typeof listOf>) => deactivate(calls, { at }),
};

/** Rows and index entries of the table of activations that this process's client connection has read so far. */
async function read(): Promise<number> {
  await hotPool().query('SELECT pg_stat_force_next_flush()');
  const { rows } = await hotPool().query<{ read: number }>(`
    SELECT (sum(idx_tup_read) + (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'activation'))::int AS read
    FROM pg_stat_user_indexes WHERE relname = 'activation'`);
  return rows[0]?.read ?? Number.NaN;
}

test('the count sees an index that is read from end to end', async () => {
  const before = await read();
  await hotPool().query(`SELECT count(address) FROM activation WHERE md5(instance) = md5($1)`, [SHARED]);
  expect((await read()) - before).toBeGreaterThan(2_000);
});

test.each(['status', 'update', 'activate', 'deactivate', 'activate'] as const)(
  '%s of one installation reads its own row, not those of others with its name or its key',
  async (verb) => {
    for (const calls of [[hotCall(SHARED)], [callOf(7, SHARED)], listOf(SHARED), listOf(`new-${verb}`)]) {
      const before = await read();
      const results: readonly { ok: boolean }[] = await VERBS[verb](calls);
      expect(results).toHaveLength(calls.length);
      expect((await read()) - before).toBeLessThan(12 * calls.length);
    }
  },
);
