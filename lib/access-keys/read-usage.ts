import { db } from '../db/client';

/** How much a key was used, by UTC days; what its usage page and `/api-keys/{sid}/usage` show. */
export type KeyUsage = {
  /** YYYY-MM-DD, the first and the last day counted. */
  from: string;
  to: string;
  /** Every day of the range, also those without a call. `errors` are answers of 400 and more but 401 and 429. */
  days: { day: string; calls: number; errors: number; rejected: number }[];
  /** Most used first. */
  operations: { operation: string; calls: number; errors: number }[];
  statuses: { status: number; calls: number }[];
  /** Networks (/24, or /48 of IPv6) of the last 30 days, most used first; at most 50. */
  networks: { block: string; calls: number; firstSeenAt: Date; lastSeenAt: Date }[];
};

/** Days that counts are kept. */
export const KEPT_DAYS = 400;
const DAY_MS = 86_400_000;
const NETWORK_DAYS = 30;
const MOST_NETWORKS = 50;

/** The usage of one key over the last `days` (1–400) days up to and with today. The caller checks whose key it is. */
export async function readKeyUsage(keyId: string, { days, at }: { days: number; at: Date }): Promise<KeyUsage> {
  const range = rangeOf(days, at);
  const counted = await db().accessDay.findMany({
    where: { accessKeyId: keyId, day: { gte: range.from, lte: range.to } },
    select: { day: true, operation: true, status: true, calls: true },
  });
  const seen = await db().accessNetwork.findMany({
    where: { accessKeyId: keyId, lastSeenAt: { gte: new Date(at.getTime() - NETWORK_DAYS * DAY_MS) } },
    orderBy: [{ calls: 'desc' }, { block: 'asc' }],
    take: MOST_NETWORKS,
    select: { block: true, calls: true, firstSeenAt: true, lastSeenAt: true },
  });
  return { ...range.texts, ...sumUp(counted, range), networks: seen };
}

/** The usage of all keys of an owner, those that are gone with them, and how much of it each key made. */
export type OwnerUsage = Omit<KeyUsage, 'networks'> & {
  /** Most used first; `sid` and `name` are null for a key that is gone. */
  keys: { sid: string | null; name: string | null; calls: number }[];
};

export async function readOwnerUsage(
  customerId: string,
  { days, at }: { days: number; at: Date },
): Promise<OwnerUsage> {
  const range = rangeOf(days, at);
  const where = { customerId, day: { gte: range.from, lte: range.to } };
  const [counted, byKey] = await Promise.all([
    db().accessDay.groupBy({ by: ['day', 'operation', 'status'], where, _sum: { calls: true } }),
    db().accessDay.groupBy({ by: ['accessKeyId'], where, _sum: { calls: true } }),
  ]);
  const known = await db().accessKey.findMany({ where: { customerId }, select: { id: true, sid: true, name: true } });
  const keys = byKey.map(({ accessKeyId, _sum }) => {
    const key = known.find(({ id }) => id === accessKeyId);
    return { sid: key?.sid ?? null, name: key?.name ?? null, calls: _sum.calls ?? 0 };
  });
  const rows = counted.map(({ day, operation, status, _sum }) => ({ day, operation, status, calls: _sum.calls ?? 0 }));
  return { ...range.texts, ...sumUp(rows, range), keys: keys.sort((a, b) => b.calls - a.calls) };
}

type Counted = { day: Date; operation: string; status: number; calls: number };
type Range = { from: Date; to: Date; days: string[]; texts: { from: string; to: string } };

function rangeOf(wanted: number, at: Date): Range {
  const count = Math.min(KEPT_DAYS, Math.max(1, Math.floor(wanted)));
  const to = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const days = Array.from({ length: count }, (_, i) => dayText(new Date(to - (count - 1 - i) * DAY_MS)));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return { from: new Date(to - (count - 1) * DAY_MS), to: new Date(to), days, texts: { from: first, to: last } };
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function sumUp(counted: Counted[], range: Range): Pick<KeyUsage, 'days' | 'operations' | 'statuses'> {
  const days = new Map(range.days.map((day) => [day, { day, calls: 0, errors: 0, rejected: 0 }]));
  const operations = new Map<string, { operation: string; calls: number; errors: number }>();
  const statuses = new Map<number, { status: number; calls: number }>();
  for (const { day, operation, status, calls } of counted) {
    const isRejected = status === 401 || status === 429;
    const isError = status >= 400 && !isRejected;
    const ofDay = days.get(dayText(day));
    if (ofDay) {
      if (isRejected) ofDay.rejected += calls;
      else ofDay.calls += calls;
      if (isError) ofDay.errors += calls;
    }
    const ofOperation = operations.get(operation) ?? { operation, calls: 0, errors: 0 };
    operations.set(operation, {
      operation,
      calls: ofOperation.calls + calls,
      errors: ofOperation.errors + (status >= 400 ? calls : 0),
    });
    statuses.set(status, { status, calls: (statuses.get(status)?.calls ?? 0) + calls });
  }
  return {
    days: [...days.values()],
    operations: [...operations.values()].sort((a, b) => b.calls - a.calls),
    statuses: [...statuses.values()].sort((a, b) => a.status - b.status),
  };
}
