import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/enqueue';
import { startWorker } from '@/lib/jobs/start-worker';
import { useDatabase } from '../support/database';

useDatabase();

test('a woken worker does what is due, and stopping waits for the running job', async () => {
  await inTransaction((tx) => enqueue(tx, { kind: 'work', payload: {}, dedupeKey: 'first' }));
  let release: () => void = () => {};
  let started: () => void = () => {};
  const isRunning = new Promise<void>((resolve) => {
    started = resolve;
  });
  const handler = () => {
    started();
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  const worker = startWorker({ work: handler }, { pollMs: 60_000 });
  worker.wake();
  await isRunning;
  const stopped = worker.stop();
  release();
  await stopped;
  const jobs = await db().outboxEntry.findMany({ where: { kind: 'work' } });
  expect(jobs).toMatchObject([{ doneAt: expect.any(Date), deadAt: null }]);
});
