import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeDb, db, hotPool, pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { openLane } from '../support/client-lane';
import { setTestEnv, useDatabase } from '../support/database';
import { aResource } from '../support/factories';
import { openFreezableLink } from '../support/freezable-link';

useDatabase();

const LIMIT = 40;
/** The store takes at most two; a machine with other work beside it may need a little more. */
const SOON_SECONDS = 3;
let lane: Awaited<ReturnType<typeof openLane>>;
let link: Awaited<ReturnType<typeof openFreezableLink>>;
let bought: Awaited<ReturnType<typeof aResource>>;
let directUrl: string;

beforeAll(async () => {
  bought = await aResource({ activationLimit: LIMIT });
  directUrl = env().databaseUrl ?? '';
  link = await openFreezableLink(directUrl);
  await closeDb();
  setTestEnv({ DATABASE_URL: link.url });
  lane = await openLane();
  // The failures are what is tested here; they need not be printed.
  reportCallErrors(() => {});
  expect(await call('activate', 'before')).toMatchObject({ status: 200 });
});

afterEach(() => link.hinder({}));

afterAll(async () => {
  await lane.close();
  link.close();
  await closeDb();
  setTestEnv({ DATABASE_URL: directUrl });
});

const acknowledged = new Set<string>();

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
  const startedAt = performance.now();
  const answer = await lane.door(`/?${query}`);
  const text = await answer.text();
  if (action === 'activate' && text.includes('"activated":true')) acknowledged.add(instance);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text, seconds };
}

const ACTIONS = ['activate', 'status', 'update'];
let round = 0;

/** So many rounds of calls of every kind, a round each tenth of a second, of more instances than there are places. */
async function calls(rounds: number) {
  const answers = Array.from({ length: rounds }, async (_, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 100));
    const instance = `instance ${round++ % 60}`;
    return Promise.all([call('activate', instance), call('status', 'before'), call('update', 'before')]);
  });
  return (await Promise.all(answers)).flat();
}

/** Served, or asked to come back, and soon; nobody is told anything about a licence that the database did not say. */
function expectServedOrAskedBack(answers: Awaited<ReturnType<typeof calls>>): void {
  for (const { status, retryAfter, text, seconds } of answers) {
    expect(seconds).toBeLessThan(SOON_SECONDS);
    expect(text).not.toContain('inactive');
    if (status !== 200) expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '5' });
  }
}

/** Normal again within ten seconds, and nothing is left: no connection in use, nobody waiting, no place lost or sold twice. */
async function expectRecovered(): Promise<void> {
  const startedAt = performance.now();
  let good = 0;
  while (good < 5) {
    const answers = await Promise.all(ACTIONS.map((action) => call(action, 'before')));
    good = answers.every(({ status, seconds }) => status === 200 && seconds < 1) ? good + 1 : 0;
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(10);
  }
  const standing = () => ({ inUse: hotPool().totalCount - hotPool().idleCount, waiting: hotPool().waitingCount });
  await expect.poll(standing).toEqual({ inUse: 0, waiting: 0 });
  expect(hotPool().totalCount).toBeLessThanOrEqual(15);
  expect([pool().waitingCount, pool().totalCount > 12]).toEqual([0, false]);
  const { activationCount } = await db().apiResource.findUniqueOrThrow({ where: { id: bought.resourceId } });
  const rows = await db().activation.findMany({ where: { apiResourceId: bought.resourceId } });
  expect(activationCount).toBe(rows.length);
  expect(rows.length).toBeLessThanOrEqual(LIMIT);
  expect(rows.map(({ instance }) => instance)).toEqual(expect.arrayContaining([...acknowledged]));
}

test('a database half a second away: everybody is served or asked back in time', async () => {
  link.hinder({ delayMs: 500 });
  expectServedOrAskedBack(await calls(15));
  link.hinder({});
  await expectRecovered();
}, 30_000);

test('a way that breaks one of twenty connections: what was acknowledged is kept, and no place is lost', async () => {
  let n = 0;
  link.hinder({ breaks: () => ++n % 20 === 0 });
  const answers = await calls(30);
  expectServedOrAskedBack(answers);
  expect(answers.some(({ status }) => status === 503)).toBe(true);
  link.hinder({});
  await expectRecovered();
}, 30_000);

test('connections that lead nowhere: one caller finds out for all of them, and new ones serve', async () => {
  await calls(10);
  expect(hotPool().idleCount).toBeGreaterThan(2);
  link.lose();
  expectServedOrAskedBack([await call('status', 'before')]);
  expect(await call('status', 'before')).toMatchObject({ status: 200 });
  await expectRecovered();
}, 30_000);

test('a database that takes no connection: everybody is asked back, and then served without a restart', async () => {
  link.refuse();
  const answers = await calls(5);
  expectServedOrAskedBack(answers);
  expect(answers.every(({ status }) => status === 503)).toBe(true);
  await link.accept();
  await expectRecovered();
}, 30_000);
