import { expect, test, vi } from 'vitest';
import { readEnv, setEnv } from '@/lib/env';
import { log } from '@/lib/server/log';
import { repeat } from '@/lib/server/repeat';

test('work that fails is done again, and stopping waits for it and does it a last time', async () => {
  const read = readEnv({});
  if (read.ok) setEnv({ ...read.env, logLevel: 'error' });
  let runs = 0;
  let reachedThird: () => void = () => {};
  const third = new Promise<void>((resolve) => {
    reachedThird = resolve;
  });
  const work = async () => {
    runs += 1;
    if (runs === 1) throw new Error('once');
    if (runs === 3) reachedThird();
  };
  const stop = repeat('test.work', 1, work, true);
  await third;
  await stop();
  const whenStopped = runs;
  expect(whenStopped).toBeGreaterThanOrEqual(4);
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs).toBe(whenStopped);
});

test('a failure that repeats is logged once a minute, with how often it was not', async () => {
  const read = readEnv({});
  if (read.ok) setEnv(read.env);
  const error = vi.spyOn(log(), 'error').mockImplementation(() => {});
  const time = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  let reached: () => void = () => {};
  const twelfth = new Promise<void>((resolve) => {
    reached = resolve;
  });
  let runs = 0;
  const stop = repeat('test.work', 1, async () => {
    runs += 1;
    if (runs === 11) time.mockReturnValue(70_000);
    if (runs === 12) reached();
    throw new Error(runs === 12 ? 'another' : 'no database');
  });
  await twelfth;
  await stop();
  const lines = error.mock.calls.map(([line]) => [
    (line as { err: Error }).err.message,
    (line as { unlogged: number }).unlogged,
  ]);
  vi.restoreAllMocks();
  expect(lines.slice(0, 3)).toEqual([
    ['no database', 0],
    ['no database', 9],
    ['another', 0],
  ]);
});
