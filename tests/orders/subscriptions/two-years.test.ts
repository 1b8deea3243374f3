import { afterAll, beforeAll, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { present } from '../../payments/support';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { type SpokenCall, speakers } from '../../support/protocol-speakers';
import { useShop } from '../support';
import { aLife, standing } from './life';
import { doDeed } from './play-year';

useDatabase();
const shop = useShop();
let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(async () => {
  setClockOffsetMs(0);
  await lane.close();
});

/** A client on two devices that asks in every protocol of the store. */
async function aClient(life: Awaited<ReturnType<typeof aLife>>) {
  const { customerId } = await life.read();
  const { key } = present(await readMasterKey(customerId));
  // The product's own number: it stays the same whatever plan the right is on.
  const callOf = (instance: string): SpokenCall => ({ key, product: life.product.number, instance });
  const works = async (instance = 'site-1') => {
    const heard = await Promise.all(speakers.map(({ say }) => say(lane.door, 'status', callOf(instance))));
    const answers = new Set(heard.map(({ ok, active }) => ok && active === true));
    expect(answers.size, JSON.stringify(heard)).toBe(1);
    return [...answers][0];
  };
  const activate = async (instance: string) => {
    const heard = await Promise.all(speakers.map(({ say }) => say(lane.door, 'activate', callOf(instance))));
    return heard.every(({ ok }) => ok);
  };
  return { works, activate };
}

test('24 months of renewals, failures, refunds, a pause and disputes: the client is answered rightly at each step', async () => {
  const life = await aLife(shop);
  const client = await aClient(life);
  const month = (count: number, days = 3) => life.toDay(Math.round(30.44 * count) + days);
  const deed = async (...deeds: Parameters<typeof doDeed>[2][]) => {
    for (const one of deeds) await doDeed(shop, life, one);
    await shop.payments.double.settle();
  };

  expect(await client.activate('site-1')).toBe(true);
  expect(await client.activate('site-2')).toBe(false);
  for (const count of [1, 2, 3, 4, 5]) {
    await month(count);
    expect(await client.works(), `month ${count}`).toBe(true);
  }

  await deed('bad_card');
  await month(6);
  expect([await client.works(), (await standing(life)).state]).toEqual([true, 'grace']);
  await deed('good_card');
  await month(6, 12);
  expect([await client.works(), (await standing(life)).state]).toEqual([true, 'live']);

  await month(8);
  await deed('refund');
  expect([await client.works(), (await standing(life)).state]).toEqual([false, 'expired']);
  await month(9);
  expect([await client.works(), (await standing(life)).state]).toEqual([true, 'live']);
  await deed('refund_part', 'refund_that_fails');
  expect(await client.works()).toBe(true);

  await deed('cancel');
  expect(await client.works()).toBe(true);
  await deed('keep');
  await month(11);
  expect(await client.works()).toBe(true);

  await deed('pause');
  expect(await client.works()).toBe(true);
  await month(12);
  expect(await client.works()).toBe(false);
  await deed('resume');
  await month(13);
  expect(await client.works()).toBe(true);

  await deed('dispute');
  expect([await client.works(), (await standing(life)).state]).toEqual([false, 'suspended']);
  await deed('dispute_won');
  expect(await client.works()).toBe(true);

  await month(16);
  await deed('team');
  expect(await client.activate('site-2')).toBe(true);
  expect([await client.works('site-1'), await client.works('site-2')]).toEqual([true, true]);
  await month(18);
  expect(await standing(life)).toMatchObject({ plan: 'Team', limit: 5, state: 'live' });

  await deed('dispute', 'dispute_lost');
  expect([await client.works(), (await standing(life)).state]).toEqual([false, 'expired']);
  await month(19);
  expect([await client.works('site-1'), await client.works('site-2')]).toEqual([true, true]);

  await month(22);
  await deed('cancel');
  expect(await client.works()).toBe(true);
  await month(24);
  expect(await client.works()).toBe(false);
  expect(await standing(life)).toMatchObject({ status: 'cancelled', state: 'expired' });

  const { right, renewals } = await life.read();
  expect(await db().activation.count({ where: { apiResourceId: right.id } })).toBe(2);
  expect(await db().apiResource.count({ where: { customerId: right.customerId } })).toBe(1);
  expect(renewals.length).toBeGreaterThan(18);
}, 120_000);
