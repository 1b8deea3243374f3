import { now } from '../../clock';
import { db } from '../../db/client';
import { beginWalk, goOn } from './walk';

/** The store counts its days in UTC; at three most of its customers and its payment events are asleep. */
const QUIET_HOUR = 3;
const HOUR_MS = 3_600_000;

/** Begins the comparison of the night when it is due, and goes on with one that was begun. */
export async function compareNightly(at: Date = now()): Promise<void> {
  if (await isDue(at)) await beginWalk({}, at);
  await goOn(at);
}

// One that was missed, because the store was off, is made up for at any hour.
async function isDue(at: Date): Promise<boolean> {
  const last = await db().reconcileRun.findFirst({ orderBy: { startedAt: 'desc' }, select: { startedAt: true } });
  const hours = last ? (at.getTime() - last.startedAt.getTime()) / HOUR_MS : 24;
  return (at.getUTCHours() === QUIET_HOUR && hours > 2) || hours > 26;
}
