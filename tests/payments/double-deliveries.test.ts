import { afterEach, expect, test } from 'vitest';
import { planRound, seededRandom } from '@/lib/payments/demo/plan-round';
import { verifyPaymentEvent } from '@/lib/payments/read-payment-event';
import { aSession, present, type RunningDouble, runDouble, typesOf } from './support';

let running: RunningDouble;
afterEach(() => running?.stop());

const due = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ eventId: `evt_${index}`, attempts: 0, dueAt: 0 }));

test('a delivery is signed so that the shop believes it', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  await running.double.settle();
  const { body, signature } = present(running.received.at(-1));
  expect(verifyPaymentEvent(body, signature)).toMatchObject({
    ok: true,
    event: { type: 'checkout.session.completed' },
  });
});

test('an event is delivered again until the store acknowledges it', async () => {
  let refusals = 3;
  running = await runDouble({
    receive: async () => new Response('', { status: refusals-- > 0 ? 500 : 200 }),
  });
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'expire');
  await running.double.settle();
  expect(typesOf(running.received)).toEqual(Array(4).fill('checkout.session.expired'));
});

test('a store that never answers is reported, not waited for', async () => {
  running = await runDouble({ receive: () => Promise.reject(new Error('connection refused')) });
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'expire');
  await expect(running.double.settle()).rejects.toThrow('never acknowledged');
});

test('without waiting for a test, events go out by themselves and are retried', async () => {
  let calls = 0;
  let acknowledge = () => {};
  const acknowledged = new Promise<void>((resolve) => {
    acknowledge = resolve;
  });
  running = await runDouble({
    deliverAutomatically: true,
    receive: async () => {
      calls += 1;
      if (calls === 2) acknowledge();
      return new Response('', { status: calls === 1 ? 503 : 200 });
    },
  });
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'expire');
  await acknowledged;
  expect(calls).toBe(2);
});

test('chaos: duplicates, lost attempts and held deliveries follow the plan', () => {
  const random = seededRandom(7);
  expect(planRound(due(2), { duplicate: true }, random).map(({ delivery }) => delivery.eventId)).toEqual([
    'evt_0',
    'evt_0',
    'evt_1',
    'evt_1',
  ]);
  expect(planRound(due(1), { drop: 1 }, random)).toMatchObject([{ fate: 'lose' }]);
  expect(planRound(due(1), { delayOneIn: 1 }, random)).toMatchObject([{ fate: 'hold' }]);
});

test('chaos: the same seed shuffles the same way, and loses nothing', () => {
  const orderOf = (seed: number) =>
    planRound(due(20), { reorder: true }, seededRandom(seed)).map(({ delivery }) => delivery.eventId);
  expect(orderOf(3)).toEqual(orderOf(3));
  expect(orderOf(3)).not.toEqual(orderOf(4));
  expect(orderOf(3).sort()).toEqual(
    due(20)
      .map(({ eventId }) => eventId)
      .sort(),
  );
});
