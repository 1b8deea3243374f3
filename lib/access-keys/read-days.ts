import type { Tx } from '../db/client';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** Calls of each key on each of the last 30 days (UTC), oldest first; the last one is today so far. */
export async function readDays(tx: Tx, keyIds: string[], at: Date): Promise<Map<string, number[]>> {
  const today = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const from = new Date(today - (DAYS - 1) * DAY_MS);
  const rows = await tx.accessDay.groupBy({
    by: ['accessKeyId', 'day'],
    where: { accessKeyId: { in: keyIds }, day: { gte: from } },
    _sum: { calls: true },
  });
  const days = new Map(keyIds.map((id) => [id, Array<number>(DAYS).fill(0)]));
  for (const { accessKeyId, day, _sum } of rows) {
    const place = Math.round((day.getTime() - from.getTime()) / DAY_MS);
    const list = days.get(accessKeyId);
    if (list && place < DAYS) list[place] = _sum.calls ?? 0;
  }
  return days;
}
