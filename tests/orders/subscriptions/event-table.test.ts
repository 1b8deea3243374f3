import { afterEach, describe, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { useDatabase } from '../../support/database';
import { useShop } from '../support';
import { aLife, type Life, replayBackwards, standing } from './life';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

type Standing = Awaited<ReturnType<typeof standing>>;
type Row = [what: string, act: (life: Life) => Promise<unknown>, is: Partial<Standing>];

const live = { status: 'active', state: 'live', graceDays: 0, limit: 1 } as const;
const MONTH = expect.toSatisfy((day: number) => day >= 28 && day <= 31);
const TWO_MONTHS = expect.toSatisfy((day: number) => day >= 59 && day <= 62);
const THREE_MONTHS = expect.toSatisfy((day: number) => day >= 89 && day <= 92);

/** Each begins with a paid first month; afterwards all events come once more, backwards, and change nothing. */
async function holds(outcome: 'pay' | 'pay_then_decline', [, act, is]: Row) {
  const life = await aLife(shop, { outcome });
  await act(life);
  const stands = await standing(life);
  expect(stands).toMatchObject(is);
  expect((await replayBackwards(life)).length).toBeGreaterThan(5);
  expect(await standing(life)).toEqual(stands);
}

describe('a card that pays', () => {
  const rows: Row[] = [
    ['paid for the first time', () => Promise.resolve(), { ...live, endsOn: MONTH }],
    ['renewed', (life) => life.toDay(33), { ...live, endsOn: TWO_MONTHS }],
    ['to end with its period', (life) => life.update({ cancel_at_period_end: true }), { ...live, endsOn: MONTH }],
    [
      'ended with its period',
      async (life) => {
        await life.update({ cancel_at_period_end: true });
        await life.toDay(33);
      },
      { status: 'cancelled', state: 'expired', endsOn: MONTH },
    ],
    [
      'kept after all',
      async (life) => {
        await life.update({ cancel_at_period_end: true });
        await life.update({ cancel_at_period_end: false });
        await life.toDay(33);
      },
      { ...live, endsOn: TWO_MONTHS },
    ],
    [
      'ended at once lives as long as was paid',
      (life) => life.endNow(),
      { status: 'cancelled', state: 'live', endsOn: MONTH },
    ],
    [
      'paused: used up, then ended',
      async (life) => {
        await life.update({ pause_collection: { behavior: 'void' } });
        await life.toDay(33);
      },
      { status: 'active', state: 'expired', endsOn: MONTH, graceDays: 0 },
    ],
    [
      'resumed: lives again with the next paid period',
      async (life) => {
        await life.update({ pause_collection: { behavior: 'void' } });
        await life.toDay(33);
        await life.update({ pause_collection: '' });
        await life.toDay(65);
      },
      { ...live, endsOn: THREE_MONTHS },
    ],
  ];
  test.each(rows)('%s', (...row) => holds('pay', row));
});

describe('a card that declines', () => {
  const rows: Row[] = [
    [
      'a failed renewal has grace',
      (life) => life.toDay(33),
      { status: 'past_due', state: 'grace', graceDays: 14, endsOn: MONTH },
    ],
    [
      'paid at a later try, the grace is over',
      async (life) => {
        await life.toDay(33);
        await life.newCard('pm_card_visa');
        await life.toDay(37);
      },
      { ...live, endsOn: TWO_MONTHS },
    ],
    [
      'never paid, it ended where it was paid to',
      (life) => life.toDay(50),
      { status: 'cancelled', state: 'expired', graceDays: 0, endsOn: MONTH },
    ],
    [
      'ended while it is owed: nothing is owed any more',
      async (life) => {
        await life.toDay(33);
        await life.endNow();
      },
      { status: 'cancelled', state: 'expired', graceDays: 0, endsOn: MONTH },
    ],
  ];
  test.each(rows)('%s', (...row) => holds('pay_then_decline', row));
});
