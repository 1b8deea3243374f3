import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../../support/database';
import { bySystem } from '../../support/factories';
import { useShop } from '../support';
import { aLife, type Life, replayBackwards, standing } from './life';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

type Standing = Awaited<ReturnType<typeof standing>>;
type Row = [what: string, act: (life: Life) => Promise<unknown>, is: Partial<Standing>];

const MONTH = expect.toSatisfy((day: number) => day >= 28 && day <= 31);
const TWO_MONTHS = expect.toSatisfy((day: number) => day >= 59 && day <= 62);
const renewed = (life: Life) => life.toDay(33);

const rows: Row[] = [
  ['all that was paid came back: revoked', (life) => life.refund(0), { state: 'revoked' }],
  [
    'a refund that failed gives it back',
    async (life) => life.failRefund(await life.refund(0)),
    { state: 'live', endsOn: MONTH },
  ],
  ['part of the money is no part of the period', (life) => life.refund(0, 300), { state: 'live', endsOn: MONTH }],
  [
    'a renewal that came back takes exactly its month',
    async (life) => {
      await renewed(life);
      await life.refund(1);
    },
    { state: 'expired', endsOn: MONTH },
  ],
  [
    'the first month given back leaves the second',
    async (life) => {
      await renewed(life);
      await life.refund(0);
    },
    { state: 'live', endsOn: TWO_MONTHS },
  ],
  ['disputed: suspended', (life) => life.dispute(0), { state: 'suspended' }],
  ['won: as it was', async (life) => life.decide(await life.dispute(0), 'won'), { state: 'live', endsOn: MONTH }],
  ['lost: revoked', async (life) => life.decide(await life.dispute(0), 'lost'), { state: 'revoked' }],
  [
    'a renewal lost at the bank takes its month only',
    async (life) => {
      await renewed(life);
      await life.decide(await life.dispute(1), 'lost');
    },
    { state: 'expired', endsOn: MONTH },
  ],
];

test.each(rows)('%s; told again backwards nothing changes', async (_what, act, is) => {
  const life = await aLife(shop);
  await act(life);
  const stands = await standing(life);
  expect(stands).toMatchObject(is);
  await replayBackwards(life);
  expect(await standing(life)).toEqual(stands);
});

test('the money that came back stands with the order of its invoice', async () => {
  const life = await aLife(shop);
  await renewed(life);
  await life.refund(1, 300);
  const { order, renewals } = await life.read();
  expect(order).toMatchObject({ status: 'paid', refundedAmount: 0 });
  expect(renewals).toMatchObject([{ status: 'partially_refunded', refundedAmount: 300 }]);
  expect(await db().refund.count({ where: { orderId: renewals[0]?.id ?? '' } })).toBe(1);
});

test('a store that does not suspend lets a disputed right live until the bank decides', async () => {
  await saveStoreSettings({ suspendOnDispute: false }, bySystem);
  const life = await aLife(shop);
  const dispute = await life.dispute(0);
  expect(await standing(life)).toMatchObject({ state: 'live' });
  await life.decide(dispute, 'lost');
  expect(await standing(life)).toMatchObject({ state: 'revoked' });
});
