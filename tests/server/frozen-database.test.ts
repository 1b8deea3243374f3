import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDb, db, hotPool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { readHealth } from '@/lib/health/read-health';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { openLane } from '../support/client-lane';
import { setTestEnv, useDatabase } from '../support/database';
import { aResource } from '../support/factories';
import { openFreezableLink } from '../support/freezable-link';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
let link: Awaited<ReturnType<typeof openFreezableLink>>;
let bought: Awaited<ReturnType<typeof aResource>>;
let directUrl: string;

beforeAll(async () => {
  bought = await aResource({ activationLimit: 5 });
  directUrl = env().databaseUrl ?? '';
  link = await openFreezableLink(directUrl);
  await closeDb();
  setTestEnv({ DATABASE_URL: link.url });
  lane = await openLane();
  // The time-outs are what is tested here; they need not be printed.
  reportCallErrors(() => {});
});

afterAll(async () => {
  await lane.close();
  link.close();
  await closeDb();
  setTestEnv({ DATABASE_URL: directUrl });
});

async function call(action: string, instance: string) {
  const query = new URLSearchParams({
    'wc-api': 'wc-am-api',
    wc_am_action: action,
    api_key: bought.key,
    product_id: String(bought.planNumber),
    instance,
    plugin_name: 'demo/demo.php',
    version: '1.0.0',
  });
  const answer = await lane.door(`/?${query}`);
  const text = await answer.text();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text };
}

const ACTIONS = ['activate', 'status', 'update', 'deactivate'];

/** Calls of every kind, a batch each tenth of a second, so that most of them arrive behind a statement in flight. */
function aSecondOfCalls() {
  return Array.from({ length: 10 }, async (_, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 100));
    return Promise.all(ACTIONS.map((action) => call(action, `during-${i}`)));
  });
}

test('while the database is silent every call is answered 503, never with a verdict, and no trace is left', async () => {
  for (const action of ACTIONS) expect(await call(action, 'before')).toMatchObject({ status: 200 });

  link.freeze();
  const ready = readHealth();
  const answers = (await Promise.all(aSecondOfCalls())).flat();
  for (const { status, retryAfter, text } of answers) {
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '5' });
    expect(text).not.toContain('inactive');
  }
  expect(await ready).toMatchObject({ isReady: false });

  link.thaw();
  for (const action of ACTIONS) expect(await call(action, 'after')).toMatchObject({ status: 200 });
  expect(hotPool().totalCount).toBeLessThanOrEqual(9);
  expect({ idle: hotPool().idleCount, waiting: hotPool().waitingCount }).toEqual({
    idle: hotPool().totalCount,
    waiting: 0,
  });
  const { activationCount } = await db().apiResource.findUniqueOrThrow({ where: { id: bought.resourceId } });
  expect(activationCount).toBe(await db().activation.count({ where: { apiResourceId: bought.resourceId } }));
}, 30_000);
