import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { reconcileSubscription } from '@/lib/orders/subscriptions/reconcile-subscription';
import { seededRandom } from '@/lib/payments/demo/plan-round';
import { runDouble } from '../../payments/support';
import { useDatabase } from '../../support/database';
import type { Shop } from '../support';
import { type BadNetwork, badNetwork } from './bad-network';
import { aLife, type Life, standing } from './life';
import { aYear, doDeed, type Step } from './play-year';
import { DAY_MS } from './support';

useDatabase();
const shop = {} as Shop;
let network: BadNetwork;
beforeAll(async () => {
  shop.payments = await runDouble({ receive: (request) => network.receive(request) });
});
afterAll(() => shop.payments.stop());
afterEach(() => setClockOffsetMs(0));

/** The same happens to both in the same instant; what is told of the second goes astray. */
async function live(pair: { told: Life; astray: Life }, year: Step[], random: () => number) {
  const { double } = shop.payments;
  for (const { day, deed } of year) {
    setClockOffsetMs(day * DAY_MS);
    await double.tick();
    await double.settle();
    await doDeed(shop, pair.told, deed);
    await double.settle();
    network.setBad(true);
    await doDeed(shop, pair.astray, deed);
    await double.settle();
    network.setBad(false);
    if (random() < 0.4) await network.release(0.7);
  }
}

async function licence(life: Life) {
  const { renewals, periods, order } = await life.read();
  const money = [order, ...renewals].map(({ status, totalAmount, refundedAmount }) => ({
    status,
    totalAmount,
    refundedAmount,
  }));
  return {
    ...(await standing(life)),
    money: money.sort((a, b) => a.totalAmount - b.totalAmount || a.refundedAmount - b.refundedAmount),
    periods: periods.map(({ status }) => status).sort(),
  };
}

test.each([
  ['late, shuffled and twice', 0, 11],
  ['partly never, and reconciled', 3, 15],
  ['partly never, and reconciled', 3, 16],
])('a year told %s (1 in %i lost, seed %i) ends in the same licence', async (_how, loseOneIn, seed) => {
  const random = seededRandom(seed);
  network = badNetwork(random, loseOneIn);
  const [told, astray] = [await aLife(shop), await aLife(shop)];
  network.worsen({ carries: astray.stripeCustomerId });
  const year = aYear(random);
  await live({ told, astray }, year, random);
  for (let left = 0; left < 3; left++) await network.release(1);
  expect(network.lost() > 0).toBe(loseOneIn > 0);
  if (loseOneIn > 0) await reconcileSubscription(astray.id);
  expect(await licence(astray), JSON.stringify(year)).toEqual(await licence(told));
});
