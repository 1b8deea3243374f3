import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { gatherCalls } from '@/lib/db/gather-calls';

/** A statement whose end the test decides. */
function held() {
  const lists: number[][] = [];
  const ends: (() => void)[] = [];
  const run = (calls: number[]) =>
    new Promise<string[]>((resolve) => {
      lists.push(calls);
      ends.push(() => resolve(calls.map((call) => `answer ${call}`)));
    });
  return { run, lists, end: (i: number) => ends[i]?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a call that arrives alone goes out alone', async () => {
  const statement = held();
  const call = gatherCalls(statement.run, { lanes: 1, atMost: 10 });
  const answer = call(1);
  await turn();
  expect(statement.lists).toEqual([[1]]);
  statement.end(0);
  expect(await answer).toBe('answer 1');
});

test('calls that arrive while the lane is busy share the next statement, each with its own answer', async () => {
  const statement = held();
  const call = gatherCalls(statement.run, { lanes: 1, atMost: 2 });
  const first = call(1);
  await turn();
  const others = [call(2), call(3), call(4)];
  statement.end(0);
  await first;
  await turn();
  expect(statement.lists).toEqual([[1], [2, 3]]);
  statement.end(1);
  await turn();
  statement.end(2);
  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3', 'answer 4']);
});

/** Eight in hand, four a lane; one list of four has just been answered, the other is on its way. */
async function crowdOfEight() {
  const statement = held();
  const call = gatherCalls(statement.run, { lanes: 2, atMost: 10 });
  void call(1);
  await turn();
  void call(2);
  await turn();
  for (const n of [3, 4, 5, 6]) void call(n);
  statement.end(0);
  await turn();
  statement.end(1);
  await turn();
  for (const n of [7, 8, 9, 10]) void call(n);
  expect(statement.lists).toEqual([[1], [2], [3, 4, 5, 6], [7, 8, 9, 10]]);
  statement.end(2);
  await turn();
  return { statement, call };
}

test('in a crowd a list goes out as soon as it is its lane’s share, and fewer calls wait for that', async () => {
  const { statement, call } = await crowdOfEight();
  for (const n of [11, 12, 13]) void call(n);
  await turn();
  expect(statement.lists).toHaveLength(4);
  void call(14);
  // At once: the sockets may still have much to bring.
  expect(statement.lists.at(-1)).toEqual([11, 12, 13, 14]);
});

test('calls that come while every lane is busy count to the crowd', async () => {
  const { statement, call } = await crowdOfEight();
  for (const n of [11, 12, 13, 14]) void call(n);
  for (const n of [15, 16]) void call(n);
  statement.end(3);
  await turn();
  // Ten were in hand: five a lane.
  for (const n of [17, 18]) void call(n);
  await turn();
  expect(statement.lists).toHaveLength(5);
  void call(19);
  expect(statement.lists.at(-1)).toEqual([15, 16, 17, 18, 19]);
});

test('a crowd that has gone holds nobody up', async () => {
  const { statement, call } = await crowdOfEight();
  statement.end(3);
  for (let n = 0; n < 100; n++) {
    void call(n);
    await turn();
    statement.end(4 + n);
    await turn();
  }
  void call(200);
  await turn();
  void call(201);
  await turn();
  expect(statement.lists.slice(-2)).toEqual([[200], [201]]);
});

test('a few calls behind a long list that does not come back are sent all the same', async () => {
  const statement = held();
  const call = gatherCalls(statement.run, { lanes: 2, atMost: 10 });
  for (const n of [1, 2, 3]) void call(n);
  await turn();
  const late = call(4);
  await vi.waitFor(() => expect(statement.lists).toEqual([[1, 2, 3], [4]]));
  statement.end(1);
  expect(await late).toBe('answer 4');
});

test('one call that the database cannot take spoils no other', async () => {
  const call = gatherCalls<number, string>(
    async (calls) => {
      if (calls.includes(13)) throw Object.assign(new Error('invalid input'), { code: '22P02' });
      return calls.map((n) => `answer ${n}`);
    },
    { lanes: 1, atMost: 10 },
  );
  const results = await Promise.allSettled([call(1), call(13), call(2)]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a lost connection fails the list at once, without trying each call again', async () => {
  let runs = 0;
  const call = gatherCalls<number, string>(
    async () => {
      runs++;
      throw new Error('Connection terminated');
    },
    { lanes: 1, atMost: 10 },
  );
  const results = await Promise.allSettled([call(1), call(2), call(3)]);
  expect(results.every((result) => result.status === 'rejected')).toBe(true);
  expect(runs).toBe(1);
});

test('a call that has waited long behind a list that failed fails with it; a fresh one has its own try', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const call = gatherCalls<number, string>(
    (calls) =>
      new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve(calls.map((n) => `answer ${n}`))));
      }),
    { lanes: 1, atMost: 10 },
  );
  const time = vi.spyOn(performance, 'now').mockReturnValue(0);
  const inFlight = call(1);
  await turn();
  const early = call(2);
  time.mockReturnValue(1_400);
  const late = call(3);
  time.mockReturnValue(1_500);
  ends[0]?.(new Error('Query read timeout'));
  await expect(inFlight).rejects.toThrow('timeout');
  await expect(early).rejects.toThrow('timeout');
  await turn();
  ends[1]?.();
  expect(await late).toBe('answer 3');
  time.mockRestore();
});

/** Milliseconds that the event loop sleeps while `calls` are answered, each some milliseconds after it was asked. */
async function asleepDuring(
  limits: { awakeMs?: number },
  calls: (call: (n: number) => Promise<string>) => Promise<unknown>,
) {
  const call = gatherCalls(
    async (list: number[]) => {
      await sleep(3);
      return list.map((n) => `answer ${n}`);
    },
    { lanes: 2, atMost: 10, ...limits },
  );
  await oneByOne(call);
  const before = performance.eventLoopUtilization().idle;
  await calls(call);
  return performance.eventLoopUtilization().idle - before;
}

async function oneByOne(call: (n: number) => Promise<string>) {
  for (const n of [1, 2, 3]) {
    await sleep(3);
    await call(n);
  }
}

const sixAtOnce = (call: (n: number) => Promise<string>) => Promise.all([1, 2, 3, 4, 5, 6].map(call));

test('the answers to calls that come one by one, and the calls after them, are waited for awake', async () => {
  expect(await asleepDuring({ awakeMs: 1_000 }, oneByOne)).toBe(0);
});

test('nobody stays awake without leave, nor for longer than that, nor for a crowd', async () => {
  expect(await asleepDuring({}, oneByOne)).toBeGreaterThan(0);
  expect(await asleepDuring({ awakeMs: 1 }, oneByOne)).toBeGreaterThan(0);
  expect(await asleepDuring({ awakeMs: 1_000 }, sixAtOnce)).toBeGreaterThan(0);
});
