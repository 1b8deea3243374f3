import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { listApiResources } from '@/lib/licensing/list-api-resources';
import { takeNotedCalls } from '@/lib/request-log/note-call';
import { AT, aCall } from '../support/client-calls';
import { routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { everyRow } from '../support/every-row';
import { aResource } from '../support/factories';

useDatabase();

const READS = ['status', 'update', 'information', 'product_list', 'verify_api_key_is_active', 'plugininformation'];

function ask(action: string, key: string, product: number, instance: string): Promise<Response> {
  const query = new URLSearchParams({
    'wc-api': 'wc-am-api',
    wc_am_action: action,
    api_key: key,
    product_id: String(product),
    instance,
    plugin_name: 'demo/demo.php',
    version: '1.0.0',
  });
  return routeDoor(`/?${query}`);
}

test('a barrage of reads with expired, graced, suspended and revoked keys deletes and changes no row of any table', async () => {
  const past = new Date(AT.getTime() - 1000);
  const states = [
    { expiresAt: past },
    { expiresAt: past, graceUntil: new Date(past.getTime() + 1) },
    { expiresAt: past, graceUntil: new Date(AT.getTime() + 86_400_000) },
    { suspendedAt: past },
    { revokedAt: past },
  ];
  const resources: Awaited<ReturnType<typeof aResource>>[] = [];
  for (const data of states) {
    const resource = await aResource();
    await activate([aCall(resource.key, resource.planNumber, 'laptop')], { at: past, strict: false });
    await db().apiResource.update({ where: { id: resource.resourceId }, data });
    resources.push(resource);
  }
  const before = await everyRow();
  const calls = resources.flatMap(({ key, masterKey, planNumber }) =>
    READS.flatMap((action) =>
      [key, masterKey].flatMap((one) =>
        ['laptop', 'elsewhere'].map((instance) => ask(action, one, planNumber, instance)),
      ),
    ),
  );
  const answers = await Promise.all(calls);
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
  for (const { customerId } of resources)
    await listApiResources({ customerId, groupByProduct: false, withActivations: true });
  expect(await everyRow()).toEqual(before);
  takeNotedCalls();
});

test('trouble inside a status is told as trouble, never as inactive', async () => {
  const { key, planNumber } = await aResource();
  await activate([aCall(key, planNumber, 'laptop')], { at: AT, strict: false });
  await pool().query('ALTER TABLE activation RENAME TO activation_gone');
  try {
    const answer = await ask('status', key, planNumber, 'laptop');
    const body = await answer.text();
    expect(body).not.toContain('inactive');
    expect(answer.status >= 500 || body.includes('"success":false')).toBe(true);
  } finally {
    await pool().query('ALTER TABLE activation_gone RENAME TO activation');
  }
  expect(await (await ask('status', key, planNumber, 'laptop')).json()).toMatchObject({ status_check: 'active' });
});
