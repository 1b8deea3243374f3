import { expect, test } from 'vitest';
import { readEnv, setEnv } from '@/lib/env';
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
