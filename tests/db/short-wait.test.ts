import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ShortWait } from '@/lib/db/short-wait';

const LONG_MS = 60_000;

/** Milliseconds that the event loop slept while `wait` ran. */
async function asleep(wait: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization().idle;
  await wait();
  return performance.eventLoopUtilization().idle - before;
}

test('after a short wait the next one is spent awake, until it ends', async () => {
  const wait = new ShortWait(LONG_MS);
  wait.begin();
  wait.end();
  wait.begin();
  expect(await asleep(() => sleep(20))).toBe(0);
  wait.end();
  expect(await asleep(() => sleep(20))).toBeGreaterThan(0);
});

test('the first wait, and one after a long wait, is slept through', async () => {
  const wait = new ShortWait(1);
  for (let n = 0; n < 2; n++) {
    wait.begin();
    expect(await asleep(() => sleep(20))).toBeGreaterThan(0);
    wait.end();
  }
});

test('no wait keeps a process awake for longer than it may', async () => {
  const wait = new ShortWait(10);
  wait.begin();
  wait.end();
  wait.begin();
  expect(await asleep(() => sleep(100))).toBeGreaterThan(0);
});

test('two waits at once are one: the end of either ends the staying awake', async () => {
  const [one, other] = [new ShortWait(LONG_MS), new ShortWait(LONG_MS)];
  for (const wait of [one, other]) {
    wait.begin();
    wait.end();
  }
  one.begin();
  other.begin();
  other.end();
  expect(await asleep(() => sleep(20))).toBeGreaterThan(0);
  one.end();
});
