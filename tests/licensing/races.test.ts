import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { type Door, openLane, routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aProduct, aResource } from '../support/factories';
import { openSecondProcess } from '../support/second-process';

useDatabase();

const CALLERS = 64;
let lane: Awaited<ReturnType<typeof openLane>>;
let other: Awaited<ReturnType<typeof openSecondProcess>>;

beforeAll(async () => {
  lane = await openLane();
  other = await openSecondProcess();
}, 60_000);

afterAll(async () => {
  await lane.close();
  await other.close();
});

async function herd(doors: Door[], key: string, product: number, instanceOf: (i: number) => string, callers = CALLERS) {
  const calls = Array.from({ length: callers }, async (_, i) => {
    const door = doors[i % doors.length] ?? routeDoor;
    const query = new URLSearchParams({
      'wc-api': 'wc-am-api',
      wc_am_action: 'activate',
      api_key: key,
      product_id: String(product),
      instance: instanceOf(i),
    });
    const answer: { success: boolean; error?: string } = await (await door(`/?${query}`)).json();
    return answer;
  });
  const answers = await Promise.all(calls);
  return {
    admitted: answers.filter((answer) => answer.success).length,
    full: answers.filter((answer) => answer.error === 'Cannot activate API Key. No API Resources available.').length,
  };
}

async function expectCounted(resourceId: string, count: number) {
  const resource = await db().apiResource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { _count: { select: { activations: true } } },
  });
  expect(resource).toMatchObject({ activationCount: count, _count: { activations: count } });
}

test('a limit of 5 admits exactly 5 of 64 at once, through both doors, in 50 rounds', async () => {
  for (let round = 0; round < 50; round++) {
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 5 });
    expect(await herd([lane.door, routeDoor], key, planNumber, (i) => `instance-${i}`)).toEqual({
      admitted: 5,
      full: 59,
    });
    await expectCounted(resourceId, 5);
  }
}, 120_000);

test('two processes on one database admit exactly 5 of 64, in 50 rounds', async () => {
  for (let round = 0; round < 50; round++) {
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 5 });
    expect(await herd([lane.door, other.door], key, planNumber, (i) => `instance-${i}`)).toEqual({
      admitted: 5,
      full: 59,
    });
    await expectCounted(resourceId, 5);
  }
}, 120_000);

test('a master key over two orders (3 + 2) admits exactly 5 across processes', async () => {
  for (let round = 0; round < 10; round++) {
    const product = await aProduct();
    const older = await aResource({ product, activationLimit: 3 });
    const newer = await aResource({ product, customerId: older.customerId, activationLimit: 2 });
    expect(
      await herd([lane.door, other.door, routeDoor], older.masterKey, product.plan.number, (i) => `instance-${i}`),
    ).toEqual({ admitted: 5, full: 59 });
    await expectCounted(older.resourceId, 3);
    await expectCounted(newer.resourceId, 2);
  }
}, 60_000);

test('lists of several customers that meet admit exactly 5 of each', async () => {
  for (let round = 0; round < 20; round++) {
    const resources = await Promise.all([1, 2, 3, 4].map(() => aResource({ activationLimit: 5 })));
    const lists = Array.from({ length: 12 }, (_, i) =>
      activate(
        (i % 2 ? resources : resources.toReversed()).map(({ key, planNumber }) => aCall(key, planNumber, `list-${i}`)),
        { at: AT, strict: false },
      ),
    );
    const results = (await Promise.all(lists)).flat();
    expect(results.filter(({ ok }) => ok)).toHaveLength(20);
    expect(results.filter((result) => !result.ok && result.reason === 'limit_reached')).toHaveLength(28);
    for (const { resourceId } of resources) await expectCounted(resourceId, 5);
  }
}, 60_000);

test('the same instance 64 times at once takes one place and every caller is told so', async () => {
  const { key, planNumber, resourceId } = await aResource({ activationLimit: 5 });
  expect(await herd([lane.door, other.door, routeDoor], key, planNumber, () => 'the-same')).toEqual({
    admitted: 64,
    full: 0,
  });
  await expectCounted(resourceId, 1);
});

test('one instance for two products of a customer at once, in two processes, takes a place of one of them', async () => {
  for (let round = 0; round < 25; round++) {
    const one = await aResource();
    const two = await aResource({ customerId: one.customerId });
    const told = await Promise.all([
      herd([lane.door], one.masterKey, one.planNumber, () => 'laptop', 1),
      herd([other.door], one.masterKey, two.planNumber, () => 'laptop', 1),
    ]);
    expect(told.map(({ admitted }) => admitted).sort()).toEqual([0, 1]);
    expect(await db().activation.count({ where: { customerId: one.customerId } })).toBe(1);
  }
}, 60_000);
