import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { LEASE_MS } from '@/lib/jobs/claim-job';
import { enqueue } from '@/lib/jobs/enqueue';
import { GiveUp } from '@/lib/jobs/failure';
import { findJob, retryJob } from '@/lib/jobs/find-job';
import { MAX_ATTEMPTS } from '@/lib/jobs/retry-delay';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { useDatabase } from '../support/database';

useDatabase();

const later = (ms: number) => new Date(Date.now() + ms);
const soon = () => later(1000);

async function promise(kind: string, dedupeKey: string = crypto.randomUUID(), availableAt?: Date) {
  return inTransaction((tx) =>
    enqueue(tx, { kind, payload: { hello: kind }, dedupeKey, ...(availableAt ? { availableAt } : {}) }),
  );
}

async function onlyJob(kind: string) {
  const jobs = await db().outboxEntry.findMany({ where: { kind }, select: { id: true } });
  expect(jobs).toHaveLength(1);
  return findJob({ id: jobs[0]?.id ?? '', kind });
}

test('a promise is kept once, and its job is done', async () => {
  await promise('once');
  const seen: unknown[] = [];
  const handlers = { once: async (payload: unknown) => void seen.push(payload) };
  expect(await runDueJobs(handlers, { at: soon(), limit: 10 })).toEqual({ done: 1, postponed: 0, dead: 0, lost: 0 });
  expect(await runDueJobs(handlers, { at: soon(), limit: 10 })).toMatchObject({ done: 0 });
  expect(seen).toEqual([{ hello: 'once' }]);
  expect(await onlyJob('once')).toMatchObject({ state: 'done', attempts: 1, lastError: null });
});

test('the same promise made twice is one job', async () => {
  expect(await promise('deduped', 'same')).toEqual({ isNew: true });
  expect(await promise('deduped', 'same')).toEqual({ isNew: false });
  await onlyJob('deduped');
});

test('a promise of a failed transaction is never made', async () => {
  const failing = inTransaction(async (tx) => {
    await enqueue(tx, { kind: 'rolled-back', payload: {}, dedupeKey: 'rolled-back' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db().outboxEntry.count({ where: { kind: 'rolled-back' } })).toBe(0);
});

test('a job is not done before its time', async () => {
  await promise('timed', 'timed', later(60_000));
  const handlers = { timed: async () => {} };
  expect(await runDueJobs(handlers, { at: soon(), limit: 10 })).toMatchObject({ done: 0 });
  expect(await runDueJobs(handlers, { at: later(61_000), limit: 10 })).toMatchObject({ done: 1 });
});

test('kinds without a handler wait untouched', async () => {
  await promise('unknown');
  await runDueJobs({ other: async () => {} }, { at: soon(), limit: 10 });
  expect(await onlyJob('unknown')).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('a failed job comes back after its pause, keeping the reason without secrets', async () => {
  await promise('flaky');
  const secret = `lko_${'a1B2'.repeat(12)}x`;
  let calls = 0;
  const handlers = {
    flaky: async () => {
      calls += 1;
      if (calls === 1) throw new Error(`refused ${secret}\n  at line 2`);
    },
  };
  const run = (at: Date) => runDueJobs(handlers, { at, limit: 10, random: () => 1 });
  expect(await run(soon())).toMatchObject({ postponed: 1 });
  const { lastError } = (await onlyJob('flaky')) ?? {};
  expect(lastError).toContain('refused lko_a1…');
  expect(lastError).not.toContain(secret);
  expect(await run(later(9_000))).toMatchObject({ done: 0, postponed: 0 });
  expect(await run(later(12_000))).toMatchObject({ done: 1 });
});

test('a job that always fails becomes a dead letter, and an admin can revive it', async () => {
  await promise('hopeless');
  const handlers = {
    hopeless: async () => {
      throw new Error('still no');
    },
  };
  for (let day = 0; day < MAX_ATTEMPTS; day++) {
    await runDueJobs(handlers, { at: later(1000 + day * 86_400_000), limit: 1 });
  }
  const job = await onlyJob('hopeless');
  expect(job).toMatchObject({ state: 'dead', attempts: MAX_ATTEMPTS, lastError: 'still no' });
  const id = job?.id ?? '';
  expect(await inTransaction((tx) => retryJob(tx, id, soon()))).toEqual({ ok: true });
  expect(await inTransaction((tx) => retryJob(tx, id, soon()))).toEqual({ ok: false, reason: 'job_not_dead' });
  expect(await runDueJobs({ hopeless: async () => {} }, { at: later(2000), limit: 10 })).toMatchObject({ done: 1 });
});

test('giving up is a dead letter at once', async () => {
  await promise('refused');
  const handlers = {
    refused: async () => {
      throw new GiveUp('550 no such mailbox');
    },
  };
  expect(await runDueJobs(handlers, { at: soon(), limit: 10 })).toMatchObject({ dead: 1 });
  expect(await onlyJob('refused')).toMatchObject({ state: 'dead', attempts: 1, lastError: '550 no such mailbox' });
});

test('workers running at once never share a job', async () => {
  const keys = Array.from({ length: 40 }, (_, n) => `shared-${n}`);
  await Promise.all(keys.map((key) => promise('shared', key)));
  const seen: string[] = [];
  const handlers = {
    shared: async (_payload: unknown, job: { id: string }) => {
      seen.push(job.id);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const at = soon();
  const runs = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(handlers, { at, limit: 40 })));
  expect(runs.reduce((sum, run) => sum + run.done, 0)).toBe(40);
  expect(new Set(seen).size).toBe(40);
  expect(seen).toHaveLength(40);
});

test('a job of a crashed worker is run again when its lease has run out, not before', async () => {
  await promise('crashed');
  const hanging = new Promise<void>(() => {});
  const started = new Promise<void>((resolve) => {
    const handlers = {
      crashed: () => {
        resolve();
        return hanging;
      },
    };
    void runDueJobs(handlers, { at: soon(), limit: 1 });
  });
  await started;
  const handlers = { crashed: async () => {} };
  expect(await runDueJobs(handlers, { at: later(LEASE_MS - 5_000), limit: 10 })).toMatchObject({ done: 0 });
  expect(await runDueJobs(handlers, { at: later(LEASE_MS + 5_000), limit: 10 })).toMatchObject({ done: 1 });
});

test('a worker whose lease was taken over cannot end the job', async () => {
  await promise('slow');
  let finish: () => void = () => {};
  let started: () => void = () => {};
  const isRunning = new Promise<void>((resolve) => {
    started = resolve;
  });
  const slow = runDueJobs(
    {
      slow: () => {
        started();
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    },
    { at: soon(), limit: 1 },
  );
  await isRunning;
  const failing = {
    slow: async () => {
      throw new Error('the second worker failed');
    },
  };
  expect(await runDueJobs(failing, { at: later(LEASE_MS + 5_000), limit: 1 })).toMatchObject({ postponed: 1 });
  finish();
  expect(await slow).toMatchObject({ lost: 1, done: 0 });
  expect(await onlyJob('slow')).toMatchObject({ state: 'waiting', lastError: 'the second worker failed' });
});

test('a job is found by its id and kind together; anything else is not there', async () => {
  await promise('found');
  const { id = '' } = (await onlyJob('found')) ?? {};
  expect(await findJob({ id, kind: 'other' })).toBeUndefined();
  expect(await findJob({ id: crypto.randomUUID(), kind: 'found' })).toBeUndefined();
  expect(await findJob({ id: 'not-an-id', kind: 'found' })).toBeUndefined();
});
