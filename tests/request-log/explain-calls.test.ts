import { beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { countStatement } from '@/lib/db/count-at-most';
import { Prisma } from '@/lib/db/generated/client';
import { inListRead } from '@/lib/db/in-list-read';
import { LAST_PAGE, type PageWish, readKeysetPage } from '@/lib/db/keyset-page';
import type { CallFilter } from '@/lib/request-log/call-filter';
import { callCount, callOrder, callStatement } from '@/lib/request-log/list-calls';
import { callsOfKeysStatement } from '@/lib/request-log/list-calls-of-keys';
import { useDatabase } from '../support/database';

useDatabase();

beforeAll(async () => {
  await pool().query(
    `INSERT INTO request_log_entry (at, protocol, action, outcome, key_hint, instance, product, address, user_agent, duration_us,
       request_id)
     SELECT timestamptz '2026-01-01' + g * interval '1 second', 'wc-am', CASE g % 100 WHEN 0 THEN 'deactivate' ELSE 'status' END,
       CASE g % 50 WHEN 0 THEN 'expired' WHEN 1 THEN 'limit_reached' ELSE 'ok' END, 'lko_…' || lpad((g % 2000)::text, 4, '0'),
       'instance-' || g % 3000, (g % 20)::text, '192.0.2.' || g % 200, 'WordPress/6.4; https://site-' || g % 3000 || '.test', 900,
       CASE WHEN g % 50 < 2 THEN 'req_' || lpad(g::text, 32, '0') END
     FROM generate_series(1, 20000) g`,
  );
  await pool().query('ANALYZE request_log_entry');
});

const filters: [name: string, filter: CallFilter, index: RegExp][] = [
  ['everything', {}, /request_log_entry_at_idx/],
  ['all refusals', { isRefused: true }, /request_log_entry_refused_(outcome_)?at_idx/],
  ['one reason', { outcome: 'expired' }, /request_log_entry_refused_(outcome_)?at_idx/],
  ['a key', { keyHint: 'lko_…0007' }, /request_log_entry_key_hint_at_idx/],
  ['an address', { text: '192.0.2.7' }, /request_log_entry_address_at_idx/],
  ['a request id', { text: `req_${'51'.padStart(32, '0')}` }, /request_log_entry_request_id_idx/],
  ['an instance or a host', { text: 'site-7.test' }, /request_log_entry_instance_at_idx[\s\S]*refused_host_idx/],
  ['a product', { products: ['7'] }, /request_log_entry_(product_)?at_idx/],
  ['a rare action', { action: 'deactivate' }, /request_log_entry_rare_action_at_idx/],
  ['a common action', { action: 'status' }, /request_log_entry_at_idx/],
  ['a time', { since: new Date('2026-01-01T05:00:00Z') }, /request_log_entry_at_idx/],
];

test.each(filters)(
  'the calls by %s are read by index, on the first page, on the last and when counted',
  async (_, filter, index) => {
    for (const wish of [{}, { before: LAST_PAGE }]) {
      for (const plan of await plansOf(filter, wish)) {
        expect(plan).not.toMatch(/Seq Scan on request_log_entry/);
        expect(plan).toMatch(index);
      }
    }
  },
);

test('the refused calls of some keys are read by the index of their hints', async () => {
  const keys = ['0007', '0050'].map((last) => ({ hint: `lko_…${last}`, since: new Date('2026-01-01T00:00:00Z') }));
  const plan = await inListRead((tx) =>
    tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${callsOfKeysStatement(keys, ['expired'])}`),
  );
  const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(lines).not.toMatch(/Seq Scan on request_log_entry/);
  expect(lines).toMatch(/request_log_entry_key_hint_at_idx/);
});

async function plansOf(filter: CallFilter, wish: PageWish): Promise<string[]> {
  return inListRead(async (tx) => {
    const plans: string[] = [];
    const ask = async (statement: Prisma.Sql) => {
      const lines = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    };
    await readKeysetPage({ order: callOrder, wish, size: 50 }, async (start) => {
      await ask(callStatement(filter, start));
      return [];
    });
    await ask(countStatement(callCount(filter)));
    return plans;
  });
}
