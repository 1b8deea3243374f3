import { beforeEach, expect, test, vi } from 'vitest';
import { guardWayOut, WayOutClosed } from '@/lib/guard-way-out';
import { tellReadiness } from '@/lib/health/tell-readiness';
import { closedWaysOut, setWaysOutMemory, waysOutMemory } from '@/lib/ways-out';

const at = new Date('2026-11-21T10:00:00Z');
let addresses = 0;
let way: { name: 's3'; address: string };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  way = { name: 's3', address: `bucket ${addresses++}` };
});

class Lost extends Error {}
const isAway = (outcome: { value: unknown } | { error: unknown }) =>
  'error' in outcome && outcome.error instanceof Lost;

const guarded = (call: () => Promise<string>) => guardWayOut(way, call, isAway);
const answered = () => guarded(async () => 'answered');
const lost = () => guarded(() => Promise.reject(new Lost()));
const declined = () => guarded(() => Promise.reject(new Error('Your card was declined')));

async function close() {
  for (let i = 0; i < 5; i++) await expect(lost()).rejects.toThrow(Lost);
}

test('after five lost calls in a row nothing is asked any more, until one call a while later is answered', async () => {
  await close();
  const call = vi.fn(async () => 'answered');
  await expect(guarded(call)).rejects.toThrow(WayOutClosed);
  expect(call).not.toHaveBeenCalled();
  vi.setSystemTime(at.getTime() + 10_000);
  expect(await guarded(call)).toBe('answered');
  expect(await guarded(call)).toBe('answered');
});

test('a try that is lost keeps the way closed as long again', async () => {
  await close();
  vi.setSystemTime(at.getTime() + 10_000);
  await expect(lost()).rejects.toThrow(Lost);
  await expect(answered()).rejects.toThrow(WayOutClosed);
  vi.setSystemTime(at.getTime() + 20_000);
  expect(await answered()).toBe('answered');
});

test('while one call tries, the others are refused at once and do not wait for it', async () => {
  await close();
  vi.setSystemTime(at.getTime() + 10_000);
  let answer = (_value: string): void => {};
  const trying = guarded(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  await expect(answered()).rejects.toThrow(WayOutClosed);
  answer('late');
  expect(await trying).toBe('late');
  expect(await answered()).toBe('answered');
});

test('a no is an answer: it never closes the way, and it ends a run of lost calls', async () => {
  for (let i = 0; i < 20; i++) await expect(declined()).rejects.toThrow('declined');
  for (let i = 0; i < 4; i++) await expect(lost()).rejects.toThrow(Lost);
  await expect(declined()).rejects.toThrow('declined');
  await expect(lost()).rejects.toThrow(Lost);
  expect(await answered()).toBe('answered');
});

test('what is known of one address says nothing of another', async () => {
  await close();
  way.address = 'another bucket';
  expect(await answered()).toBe('answered');
});

test('a closed way makes the store degraded for whichever thread is asked, until it is open or long untried', async () => {
  expect(closedWaysOut()).toEqual([]);
  await close();
  expect(closedWaysOut()).toEqual(['s3']);
  expect(tellReadiness({ isReady: true }, 'good', closedWaysOut())).toEqual({ status: 'degraded', httpStatus: 200 });
  // As the thread of the pages takes it over.
  const shared = waysOutMemory();
  setWaysOutMemory(new SharedArrayBuffer(16));
  expect(closedWaysOut()).toEqual([]);
  setWaysOutMemory(shared);
  expect(closedWaysOut()).toEqual(['s3']);
  expect(closedWaysOut(new Date(at.getTime() + 5 * 60_000))).toEqual([]);
  vi.setSystemTime(at.getTime() + 10_000);
  await answered();
  expect(closedWaysOut()).toEqual([]);
});
