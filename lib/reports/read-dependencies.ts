import { db } from '../db/client';
import { env } from '../env';
import { readHealth } from '../health/read-health';
import { readStorageSettings } from '../settings/read-storage-settings';
import { storageState } from '../settings/storage-state';
import { readStoreSettings } from '../settings/store-settings';
import { closedWaysOut, type WayOut } from '../ways-out';

export type Dependency = {
  name: 'database' | 'jobs' | 'storage' | 'mail' | 'payments' | 'dropbox';
  /**
   * off: not set up, which is fine; slow: no answer within the time a page waits; away: several calls in a row were lost, and
   * it is only tried now and then.
   */
  state: 'good' | 'bad' | 'off' | 'slow' | 'away';
  /** storage: where new files go; payments: of which kind. */
  variant: 'plain' | 's3' | 'demo';
  /** mail, payments: how many things are waiting or have failed. */
  count: number;
};

const HOUR_MS = 3_600_000;
const LATE_MS = 10 * 60_000;
const STORAGE_PATIENCE_MS = 2_000;

/** How the things the store depends on are at this moment. Storage is tried with a tiny file, at most every five minutes. */
export async function readDependencies(at: Date): Promise<Dependency[]> {
  const [health, storage, mail, payments, dropbox] = await Promise.all([
    readHealth(),
    storageOf(at),
    mailOf(),
    paymentsOf(at),
    dropboxOf(),
  ]);
  const { database, migrations, jobs } = health.checks;
  const all: Dependency[] = [
    { name: 'database', state: database && migrations ? 'good' : 'bad', variant: 'plain', count: 0 },
    { name: 'jobs', state: jobs ? 'good' : 'bad', variant: 'plain', count: 0 },
    storage,
    mail,
    payments,
    ...dropbox,
  ];
  const closed = closedWaysOut(at);
  return all.map((one) => (closed.some((way) => REACHED_BY[way] === one.name) ? { ...one, state: 'away' } : one));
}

const REACHED_BY: Record<WayOut, Dependency['name']> = {
  s3: 'storage',
  smtp: 'mail',
  stripe: 'payments',
  dropbox: 'dropbox',
};

/** No line of its own in a store that does not offer it. */
async function dropboxOf(): Promise<Dependency[]> {
  const { dropboxAppKey } = await readStoreSettings();
  return dropboxAppKey === '' ? [] : [{ name: 'dropbox', state: 'good', variant: 'plain', count: 0 }];
}

async function storageOf(at: Date): Promise<Dependency> {
  const [{ newFiles }, state] = await Promise.all([readStorageSettings(), storageState(STORAGE_PATIENCE_MS, at)]);
  return { name: 'storage', state, variant: newFiles === 's3' ? 's3' : 'plain', count: 0 };
}

async function mailOf(): Promise<Dependency> {
  if (!env().smtp) return { name: 'mail', state: 'off', variant: 'plain', count: 0 };
  const trying = { kind: 'mail', doneAt: null, deadAt: null, attempts: { gt: 0 }, lastError: { not: null } };
  const count = await db().outboxEntry.count({ where: trying });
  return { name: 'mail', state: count === 0 ? 'good' : 'bad', variant: 'plain', count };
}

/** An event that Stripe told and that was not dealt with is money nobody has booked. */
async function paymentsOf(at: Date): Promise<Dependency> {
  const count = await db().paymentEvent.count({
    where: {
      processedAt: null,
      receivedAt: { gt: new Date(at.getTime() - 7 * 24 * HOUR_MS), lt: new Date(at.getTime() - LATE_MS) },
    },
  });
  const variant = env().payments.mode === 'demo' ? 'demo' : 'plain';
  return { name: 'payments', state: count === 0 ? 'good' : 'bad', variant, count };
}
