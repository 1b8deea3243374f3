import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { inTransaction } from '@/lib/db/client';
import { applyPaymentEvent } from '@/lib/orders/apply-payment-event';
import { readNews } from '@/lib/orders/reconcile/read-news';
import { seededRandom } from '@/lib/payments/demo/plan-round';
import { runDouble } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { bySystem } from '../../support/factories';
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
async function live(
  pair: { told: Life; astray: Life },
  year: Step[],
  { random, reconciles }: { random: () => number; reconciles: boolean },
) {
  const { double } = shop.payments;
  const begun = performance.now();
  // However long the work takes, both meet each day in the same second of it.
  const turnTo = (day: number) => setClockOffsetMs(day * DAY_MS - Math.floor(performance.now() - begun));
  for (const { day, deed } of year) {
    turnTo(day);
    await double.tick();
    await double.settle();
    turnTo(day);
    await doDeed(shop, pair.told, deed);
    await double.settle();
    network.setBad(true);
    turnTo(day);
    await doDeed(shop, pair.astray, deed);
    await double.settle();
    network.setBad(false);
    if (random() < 0.4) await network.release(0.7);
    if (reconciles) await reconcile(pair.astray);
  }
}

/** What Stripe says now, applied: what an admin does with what the nightly comparison has found. */
async function reconcile(life: Life): Promise<void> {
  const { id } = await life.read();
  for (const event of await readNews({ kind: 'subscription', id }, now())) {
    await inTransaction((tx) => applyPaymentEvent(tx, event, { at: now(), actor: bySystem }));
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
])(
  'a year told %s (1 in %i lost, seed %i) ends in the same licence',
  async (_how, loseOneIn, seed) => {
    const random = seededRandom(seed);
    network = badNetwork(random, loseOneIn);
    const [told, astray] = [await aLife(shop), await aLife(shop)];
    network.worsen({ carries: astray.stripeCustomerId });
    const year = aYear(random);
    await live({ told, astray }, year, { random, reconciles: loseOneIn > 0 });
    for (let left = 0; left < 3; left++) await network.release(1);
    expect(network.lost() > 0).toBe(loseOneIn > 0);
    expect(await licence(astray), JSON.stringify(year)).toEqual(await licence(told));
  },
  90_000,
);
