import { DEMO_CUSTOMERS } from './demo-customers';
import type { PlannedLine, PlannedOrder } from './plan-orders';
import type { SeededRandom } from './seeded-random';

/** One installation of something bought: which line of which order it stands on, and what became of it. */
export type PlannedInstallation = {
  order: number;
  line: number;
  instance: string;
  label: string;
  address: string;
  /** In use when it was activated. */
  firstVersion: string;
  /** In use when it was last seen. */
  version: string;
  at: Date;
  lastSeenAt: Date;
  /** When it gave its place back; undefined while it is active. */
  endedAt: Date | undefined;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LIVE = 600;
const ENDED = 64;

/** Places a line may fill, of its plan's limit; the agencies' licence has none and is used most. */
const PLACES: Record<number, number> = { 102: 5, 103: 42, 104: 10, 106: 3, 107: 25, 108: 1 };
const CLI = [106, 107];
const CLOUD = 108;
const HOSTS = [
  'www',
  'shop',
  'blog',
  'staging',
  'intranet',
  'app',
  'docs',
  'files',
  'eu',
  'archive',
  'members',
  'news',
];
const MACHINES = ['build', 'laptop', 'runner', 'server', 'desk', 'nas'];

type Slot = { order: number; line: number; from: number; to: number; expiresAt: number };

/** 600 active installations and some that were given up, never more at once than their licence has places. */
export function planInstallations(random: SeededRandom, orders: PlannedOrder[], at: Date): PlannedInstallation[] {
  const slots = orders.flatMap((order, index) =>
    order.lines.flatMap((_, line) => slotsOf(orders, { index, line }, at)),
  );
  const isMust = ({ order }: Slot) => orders[order]?.isFull === true || orders[order]?.fate === 'partially_refunded';
  const may = slots.filter((slot) => !isMust(slot));
  const drawn = [...slots.filter(isMust), ...random.shuffled(may)].slice(0, LIVE + ENDED);
  if (drawn.length < LIVE + ENDED) throw new Error('The demo orders have too few places');
  return drawn.map((slot, index) => install(random, { slot, orders, at, isEnded: index >= LIVE }));
}

function slotsOf(orders: PlannedOrder[], which: { index: number; line: number }, at: Date): Slot[] {
  const order = orders[which.index];
  const line = order?.lines[which.line];
  if (!order || !line || order.fate === 'awaiting_payment' || order.fate === 'cancelled') return [];
  const expiresAt = line.termDays === null ? Number.POSITIVE_INFINITY : order.at.getTime() + line.termDays * DAY_MS;
  const end = Math.min(at.getTime() - 2 * MINUTE_MS, expiresAt - DAY_MS);
  const to = order.fate === 'paid' ? end : Math.min(end, order.fateAt.getTime() - 30 * MINUTE_MS);
  const from = order.at.getTime() + 4 * MINUTE_MS;
  const slot = { order: which.index, line: which.line, from: Math.min(from, to), to, expiresAt };
  return Array.from({ length: placesOf(order, line) }, () => slot);
}

function placesOf(order: PlannedOrder, line: PlannedLine): number {
  const places = (PLACES[line.planNumber] ?? 0) * line.quantity;
  // A part of them stays free; after half a refund two are beyond what is left.
  if (order.fate === 'partially_refunded') return 7;
  return order.fate === 'paid' ? places : Math.min(places, 3);
}

type Installing = { slot: Slot; orders: PlannedOrder[]; at: Date; isEnded: boolean };

function install(random: SeededRandom, { slot, orders, at, isEnded }: Installing): PlannedInstallation {
  const order = orders[slot.order];
  const planNumber = order?.lines[slot.line]?.planNumber ?? 0;
  const domain = DEMO_CUSTOMERS[order?.customer ?? 0]?.domain ?? '';
  const since = slot.from + (slot.to - slot.from) * random.next() ** 2;
  const lastPossible = Math.min(at.getTime() - MINUTE_MS, slot.expiresAt);
  const isAlive = random.next() < 0.8;
  const lastSeen = isAlive
    ? Math.max(since, lastPossible - random.next() * 1.3 * DAY_MS)
    : since + (lastPossible - since) * random.next();
  const firstVersion = versionAt(random, planNumber, daysBefore(since, at));
  return {
    order: slot.order,
    line: slot.line,
    instance: random.hex(16),
    label: labelOf(random, planNumber, domain),
    address: `${random.pick(['203.0.113', '198.51.100'])}.${1 + random.below(250)}`,
    firstVersion,
    version: updatedVersion(random, { planNumber, firstVersion }, daysBefore(lastSeen, at)),
    at: new Date(since),
    lastSeenAt: new Date(lastSeen),
    endedAt: isEnded ? new Date(since + MINUTE_MS + (slot.to - since) * random.next()) : undefined,
  };
}

function labelOf(random: SeededRandom, planNumber: number, domain: string): string {
  if (planNumber === CLOUD) return `Workspace ${domain.split('.')[0]}`;
  if (CLI.includes(planNumber)) return `${random.pick(MACHINES)}-${1 + random.below(9)}.${domain}`;
  return planNumber === 103
    ? `https://${random.pick(HOSTS)}.${random.pick(DEMO_CUSTOMERS).domain}`
    : `https://${random.pick(HOSTS)}.${domain}`;
}

// As the catalogue of the demo store released them; 1.9.4 is older than the store.
function newestBackup(daysAgo: number): string {
  if (daysAgo > 65) return '2.0.0';
  return daysAgo > 12 ? '2.0.1' : '2.1.0';
}

function versionAt(random: SeededRandom, planNumber: number, daysAgo: number): string {
  if (planNumber === CLOUD) return '';
  if (CLI.includes(planNumber)) return random.next() < 0.2 ? '1.3.2' : '1.4.0';
  return random.next() < 0.12 ? '1.9.4' : newestBackup(daysAgo);
}

function updatedVersion(
  random: SeededRandom,
  { planNumber, firstVersion }: { planNumber: number; firstVersion: string },
  daysAgo: number,
): string {
  if (planNumber === CLOUD || CLI.includes(planNumber)) return firstVersion;
  if (daysAgo < 3 && random.next() < 0.06) return '2.2.0-beta.1';
  return random.next() < 0.62 ? newestBackup(daysAgo) : firstVersion;
}

function daysBefore(moment: number, at: Date): number {
  return (at.getTime() - moment) / DAY_MS;
}
