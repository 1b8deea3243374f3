import { now } from '../clock';
import { hotPool } from '../db/client';
import { pendingMigrations } from '../db/pending-migrations';
import { env } from '../env';

export type Health = { isReady: boolean; checks: Record<'database' | 'migrations' | 'jobs', boolean> };

/** Work that has been due for longer than this without anybody taking it: the worker is not keeping up. */
const MOST_LAG_MS = 5 * 60 * 1000;

/**
 * Can this process serve? The database answers, every migration is applied, and jobs are being done in time. Asked over the
 * client API's connections, which give up soonest: a probe must not hang with the database.
 */
export async function readHealth(): Promise<Health> {
  const checks = { database: false, migrations: false, jobs: false };
  try {
    checks.migrations = (await pendingMigrations(hotPool())).length === 0;
    checks.database = true;
    checks.jobs = (await jobLagMs()) <= MOST_LAG_MS;
  } catch {
    // Whatever could not be asked stays false.
  }
  return { isReady: Object.values(checks).every(Boolean), checks };
}

async function jobLagMs(): Promise<number> {
  const at = now();
  // Without a mail server mails wait on purpose: an admin reads them.
  // And how soon a receiver of webhooks answers says nothing about the store.
  const waitingOnPurpose = env().smtp ? [] : ['mail'];
  const { rows } = await hotPool().query<{ due: Date | null }>(
    `SELECT min(available_at) AS due FROM outbox_entry
      WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= $1
        AND (leased_until IS NULL OR leased_until <= $1) AND kind <> ALL($2) AND kind NOT LIKE 'webhook.%'`,
    [at, waitingOnPurpose],
  );
  const due = rows[0]?.due;
  return due ? at.getTime() - due.getTime() : 0;
}
