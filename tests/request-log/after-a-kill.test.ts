import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';
import { openSecondProcess } from '../support/second-process';

useDatabase();

// The log is written every second; the rest is what a busy machine may add.
const LOST_MS = 2_000;

test('a process killed in a herd has lost no activation it confirmed, and about a second of its log', async () => {
  const { key, planNumber, resourceId } = await aResource({ activationLimit: null });
  const { door, kill } = await openSecondProcess();
  const confirmed: { instance: string; at: number }[] = [];
  let made = 0;
  let isKilled = false;
  const activateOnce = async () => {
    const instance = `site-${made++}`;
    const query = new URLSearchParams({
      'wc-api': 'wc-am-api',
      wc_am_action: 'activate',
      api_key: key,
      product_id: String(planNumber),
      instance,
    });
    const answer: { activated?: boolean } = await (await door(`/?${query}`)).json();
    if (answer.activated) confirmed.push({ instance, at: performance.now() });
  };
  // Every caller goes on until the connection breaks under it.
  const callers = Array.from({ length: 16 }, async () => {
    while (!isKilled) await activateOnce().catch(() => {});
  });
  const logged = () => db().requestLogEntry.findMany({ where: { apiResourceId: resourceId } });
  // Two flushes have been seen: the second one holds calls that came after the first.
  const first = await until(() => logged().then((rows) => rows.length), 1);
  await until(() => logged().then((rows) => rows.length), first + 1);
  await kill();
  const killedAt = performance.now();
  isKilled = true;
  await Promise.all(callers);

  const active = await db().activation.findMany({ where: { apiResourceId: resourceId }, select: { instance: true } });
  expect(confirmed.length).toBeGreaterThan(50);
  expect(active.map((row) => row.instance)).toEqual(expect.arrayContaining(confirmed.map(({ instance }) => instance)));
  expect(await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } })).toMatchObject({
    activationCount: active.length,
  });
  const inLog = new Set((await logged()).map((row) => row.instance));
  const missing = confirmed.filter(({ instance, at }) => at < killedAt - LOST_MS && !inLog.has(instance));
  expect(missing).toEqual([]);
}, 60_000);

async function until(count: () => Promise<number>, atLeast: number): Promise<number> {
  for (;;) {
    const now = await count();
    if (now >= atLeast) return now;
  }
}
