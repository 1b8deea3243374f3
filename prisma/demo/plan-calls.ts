import type { PlannedInstallation } from './plan-installations';
import type { PlannedOrder } from './plan-orders';
import type { SeededRandom } from './seeded-random';

/** A line of the request log; `line` names what the key was bought with, and is missing where nobody knows the key. */
export type PlannedCall = {
  at: Date;
  action: string;
  outcome: string;
  line: { order: number; line: number } | undefined;
  instance: string;
  version: string;
  address: string;
};

const DAY_MS = 86_400_000;
const DAYS = 90;

/** What client software asked in those 90 days: what each installation did, and a few calls a day that were refused. */
export function planCalls(
  random: SeededRandom,
  { orders, installations }: { orders: PlannedOrder[]; installations: PlannedInstallation[] },
  at: Date,
): PlannedCall[] {
  const good = installations.flatMap((one) => goodCalls(random, one));
  const refused = Array.from({ length: DAYS }, (_, daysAgo) =>
    Array.from({ length: 1 + random.below(4) + Math.floor((DAYS - daysAgo) / 22) }, () =>
      refusedCall(random, { orders, installations }, new Date(at.getTime() - (daysAgo + random.next()) * DAY_MS)),
    ),
  ).flat();
  const calls = [...good, ...refused].filter((call) => call.at < at);
  return calls.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function goodCalls(random: SeededRandom, one: PlannedInstallation): PlannedCall[] {
  const line = { order: one.order, line: one.line };
  const call = (at: Date, action: string, version: string): PlannedCall => ({
    at,
    action,
    outcome: 'ok',
    line,
    instance: one.instance,
    version,
    address: one.address,
  });
  const [from, to] = [one.at.getTime(), (one.endedAt ?? one.lastSeenAt).getTime()];
  const between = () => new Date(from + (to - from) * random.next());
  return [
    call(one.at, 'activate', one.firstVersion),
    call(between(), 'status', one.firstVersion),
    call(between(), 'update', one.firstVersion),
    one.endedAt ? call(one.endedAt, 'deactivate', one.version) : call(one.lastSeenAt, 'status', one.version),
  ];
}

const REASONS = [
  ['limit_reached', 28],
  ['key_not_found', 20],
  ['expired', 16],
  ['activation_not_found', 11],
  ['wrong_product', 9],
  ['revoked', 6],
  ['suspended', 5],
  ['missing', 5],
] as const;

type Known = { orders: PlannedOrder[]; installations: PlannedInstallation[] };

function refusedCall(random: SeededRandom, known: Known, at: Date): PlannedCall {
  const outcome = random.weighed(REASONS);
  const order = orderRefusedWith(random, known.orders, { outcome, at });
  const isUnknown = order === undefined || outcome === 'key_not_found' || outcome === 'missing';
  const reason = order === undefined && outcome !== 'missing' ? 'key_not_found' : outcome;
  return {
    at,
    action: reason === 'activation_not_found' ? 'deactivate' : reason === 'expired' ? 'update' : 'activate',
    outcome: reason,
    line: isUnknown ? undefined : { order, line: 0 },
    instance: random.hex(16),
    version: random.pick(['2.0.0', '2.0.1', '1.9.4']),
    address: random.pick(known.installations).address,
  };
}

/** An order whose key would have been answered so at that moment, or undefined. */
function orderRefusedWith(
  random: SeededRandom,
  orders: PlannedOrder[],
  { outcome, at }: { outcome: (typeof REASONS)[number][0]; at: Date },
): number | undefined {
  const fits = orders.flatMap((order, index) => (order.at < at && couldRefuse(order, outcome, at) ? [index] : []));
  return fits.length === 0 ? undefined : random.pick(fits);
}

function couldRefuse(order: PlannedOrder, outcome: (typeof REASONS)[number][0], at: Date): boolean {
  const termDays = order.lines[0]?.termDays ?? null;
  const isExpired = termDays !== null && order.at.getTime() + termDays * DAY_MS < at.getTime();
  const isFateDone = order.fateAt < at;
  if (outcome === 'expired') return order.fate === 'paid' && isExpired;
  if (outcome === 'revoked') return order.fate === 'refunded' && isFateDone;
  if (outcome === 'suspended') return order.fate === 'disputed' && isFateDone;
  if (outcome === 'limit_reached') return order.fate === 'partially_refunded' ? isFateDone : order.isFull;
  return order.fate === 'paid' && !isExpired;
}
