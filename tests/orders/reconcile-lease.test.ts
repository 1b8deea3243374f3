import { afterEach, beforeEach, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readLastRun } from '@/lib/orders/reconcile/list-findings';
import { beginWalk, goOn } from '@/lib/orders/reconcile/walk';
import { useDatabase } from '../support/database';
import { buy, useShop } from './support';

useDatabase();
const shop = useShop();
const MINUTE_MS = 60_000;

beforeEach(async () => {
  await db().reconcileRun.deleteMany();
});
afterEach(() => {
  setClockOffsetMs(0);
  shop.payments.double.setPace(async () => {});
});

/** Stripe takes so long for each order that is read back; meanwhile another process does `meanwhile`. */
function slowStripe(minutes: number, meanwhile: () => Promise<unknown>): void {
  let [offsetMs, isOther] = [0, false];
  shop.payments.double.setPace(async ({ url }) => {
    if (isOther || !/\/checkout\/sessions\/\w+$/.test(new URL(url).pathname)) return;
    isOther = true;
    offsetMs += minutes * MINUTE_MS;
    setClockOffsetMs(offsetMs);
    await meanwhile();
    isOther = false;
  });
}

test('a walk that takes longer than its lease stays the only one, for it renews the lease with each step', async () => {
  for (let bought = 0; bought < 3; bought += 1) await buy(shop);
  await beginWalk({}, now());
  const others: string[] = [];
  slowStripe(4, async () => others.push(await goOn(now())));
  expect(await goOn(now())).toBe('walked');
  expect(others).toEqual(['nothing_to_do', 'nothing_to_do', 'nothing_to_do']);
  expect(await readLastRun()).toMatchObject({ finishedAt: expect.any(Date), looked: 3 });
});

test('whoever lost the lease stops, and leaves the walk as the other one has it', async () => {
  for (let bought = 0; bought < 2; bought += 1) await buy(shop);
  const orders = await db().order.count();
  await beginWalk({}, now());
  const others: string[] = [];
  slowStripe(6, async () => others.push(await goOn(now(), 1)));
  expect(await goOn(now())).toBe('overtaken');
  expect(others).toEqual(['walked']);
  expect(await readLastRun()).toMatchObject({ finishedAt: null, looked: 1 });
  shop.payments.double.setPace(async () => {});
  expect(await goOn(now())).toBe('walked');
  expect(await readLastRun()).toMatchObject({ finishedAt: expect.any(Date), looked: orders });
});

test('a lease that was taken over is not given back by the one that lost it', async () => {
  await buy(shop);
  await beginWalk({}, now());
  // The other one is still at work when the first one is answered.
  slowStripe(6, async () => {
    const leasedUntil = new Date(now().getTime() + 5 * MINUTE_MS);
    await db().reconcileRun.updateMany({ where: { finishedAt: null }, data: { leasedUntil } });
  });
  expect(await goOn(now(), 1)).toBe('overtaken');
  expect(await goOn(now())).toBe('nothing_to_do');
});
