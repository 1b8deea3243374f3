import { DEMO_CUSTOMERS } from './demo-customers';
import type { SeededRandom } from './seeded-random';

export type Fate = 'paid' | 'awaiting_payment' | 'cancelled' | 'refunded' | 'partially_refunded' | 'disputed';

export type PlannedLine = { planNumber: number; quantity: number; termDays: number | null };

export type PlannedOrder = {
  customer: number;
  at: Date;
  lines: PlannedLine[];
  fate: Fate;
  /** When the money went back, or the bank disputed it. */
  fateAt: Date;
  /** Every place of its first line is to be taken. */
  isFull: boolean;
};

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** With the buyer's first order, 120. */
const ORDERS = 119;
const DAYS = 90;
const TODAY_HOURS = [1.2, 3.5, 7];

const PERSONAL = 102;
const A_YEAR = 365;
// What the plans of the demo catalogue sell like. Acme CLI came thirty days ago.
const ALWAYS = [
  [PERSONAL, 48],
  [103, 13],
  [104, 15],
  [108, 14],
] as const;
const LATELY = [...ALWAYS, [106, 22], [107, 9]] as const;
const TERMS: Record<number, number | null> = { 103: A_YEAR, 104: null, 106: A_YEAR, 107: A_YEAR, 108: A_YEAR };
const OTHER_PRODUCT: Record<number, number> = {
  [PERSONAL]: 108,
  103: 108,
  104: 108,
  106: PERSONAL,
  107: 103,
  108: PERSONAL,
};

// By place in the order of time, so that each kind of trouble is there once or a few times.
const FATES: Record<number, Fate> = {
  22: 'refunded',
  41: 'partially_refunded',
  57: 'refunded',
  76: 'partially_refunded',
  84: 'cancelled',
  93: 'disputed',
  99: 'refunded',
  108: 'awaiting_payment',
  114: 'awaiting_payment',
};
const FULL = 62;

/** The demo store's orders of the last 90 days, the oldest first. Every third one is somebody's first. */
export function planOrders(random: SeededRandom, at: Date): PlannedOrder[] {
  return moments(random, at).map((placedAt, index) => {
    const fate = FATES[index] ?? 'paid';
    const newcomer = Math.floor(index / 3);
    const customer =
      index % 3 === 0 && newcomer < DEMO_CUSTOMERS.length
        ? newcomer
        : random.below(Math.min(newcomer + 1, DEMO_CUSTOMERS.length));
    const fateAt = new Date(Math.min(placedAt.getTime() + 4 * DAY_MS, at.getTime() - HOUR_MS));
    return {
      customer,
      at: placedAt,
      fate,
      fateAt,
      isFull: index === FULL,
      lines: linesOf(random, daysBetween(placedAt, at), index),
    };
  });
}

function moments(random: SeededRandom, at: Date): Date[] {
  const earlier = Array.from({ length: ORDERS - TODAY_HOURS.length }, () => {
    const drawn = pastMoment(random, at);
    // Fewer people buy software at the weekend.
    return [0, 6].includes(drawn.getUTCDay()) && random.next() < 0.6 ? pastMoment(random, at) : drawn;
  });
  const today = TODAY_HOURS.map((hours) => new Date(at.getTime() - hours * HOUR_MS));
  return [...earlier, ...today].sort((a, b) => a.getTime() - b.getTime());
}

function pastMoment(random: SeededRandom, at: Date): Date {
  const days = 0.6 + (DAYS - 1) * random.next() ** 1.15;
  return new Date(at.getTime() - days * DAY_MS);
}

function linesOf(random: SeededRandom, daysAgo: number, index: number): PlannedLine[] {
  const isHalf = FATES[index] === 'partially_refunded';
  const planNumber = isHalf || index === FULL ? PERSONAL : random.weighed<number>(daysAgo > 30 ? ALWAYS : LATELY);
  const isMany = (planNumber === PERSONAL || planNumber === 108) && index !== FULL;
  const quantity = isHalf
    ? 2
    : isMany
      ? random.weighed([
          [1, 86],
          [2, 10],
          [3, 4],
        ] as const)
      : 1;
  const first = { planNumber, quantity, termDays: termOf(planNumber, daysAgo) };
  const other = OTHER_PRODUCT[planNumber];
  if (isHalf || other === undefined || random.next() > 0.11) return [first];
  return [first, { planNumber: other, quantity: 1, termDays: termOf(other, daysAgo) }];
}

// The Personal plan was once sold for 60 days, then for 90: some of those keys have expired, others do so this month.
function termOf(planNumber: number, daysAgo: number): number | null {
  if (planNumber !== PERSONAL) return TERMS[planNumber] ?? null;
  if (daysAgo > 80) return 60;
  return daysAgo > 60 ? 90 : A_YEAR;
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
