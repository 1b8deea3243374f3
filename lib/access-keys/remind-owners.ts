import { db, inTransaction } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { KeyNotice } from '../jobs/enqueue-mail';
import { readStoreSettings } from '../settings/store-settings';
import { billingPeriod } from './billing-period';
import { UNUSED_DAYS, unusedWhere } from './key-statement';
import { mailKeyNotice } from './mail-key-notice';

const DAY_MS = 86_400_000;
/** A key's end is told of so many days ahead. */
const EXPIRING_DAYS = [14, 3] as const;
/** Nobody is told of what happened longer ago: a store that was switched off, or was moved in from elsewhere. */
const LATE_DAYS = 7;
const BATCH = 500;

type Row = {
  sid: string;
  name: string;
  hint: string;
  email: string;
  expiresAt: Date | null;
  secretMadeAt: Date;
  generation: number;
};

type Notice = Pick<KeyNotice, 'event' | 'until' | 'count'> & { mark: string };

/**
 * Mails owners about keys that end soon or have ended, whose value is older than the store's reminder age, and once a month
 * about keys they no longer use. Each occasion is told once, however often this runs and in how many processes.
 */
export async function remindOwners(at: Date): Promise<void> {
  for (const days of EXPIRING_DAYS) await remindOfEnd(at, days);
  await remindOfEnded(at);
  await remindOfRotation(at);
  await remindOfUnused(at);
}

const isOpen = (at: Date) => Prisma.sql`k.state = 'active' AND (k.expires_at IS NULL OR k.expires_at > ${at})`;
const daysFrom = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);
const endOf = (row: Row) => row.expiresAt?.toISOString() ?? '';

async function remindOfEnd(at: Date, days: number): Promise<void> {
  // A key that was made to end sooner than that is told of once, nearer to its end, or not at all.
  const where = Prisma.sql`${isOpen(at)} AND k.expires_at <= ${daysFrom(at, days)}
    AND k.secret_made_at < k.expires_at - make_interval(days => ${days})`;
  await remind(at, where, (row) => ({ event: 'expiring', until: endOf(row), mark: `${endOf(row)}|${days}` }));
}

async function remindOfEnded(at: Date): Promise<void> {
  const where = Prisma.sql`k.state = 'active' AND k.expires_at <= ${at} AND k.expires_at > ${daysFrom(at, -LATE_DAYS)}`;
  await remind(at, where, (row) => ({ event: 'expired', until: endOf(row), mark: endOf(row) }));
}

async function remindOfRotation(at: Date): Promise<void> {
  const { keyRotationDays } = await readStoreSettings();
  if (keyRotationDays === 0) return;
  // Of a value that nobody uses the digest of unused keys tells.
  const where = Prisma.sql`${isOpen(at)} AND k.secret_made_at <= ${daysFrom(at, -keyRotationDays)}
    AND k.last_used_at > k.secret_made_at AND k.rotate_days IS NULL`;
  await remind(at, where, (row) => ({
    event: 'rotation_due',
    count: Math.floor((at.getTime() - row.secretMadeAt.getTime()) / DAY_MS),
    mark: String(row.generation),
  }));
}

async function remind(at: Date, where: Prisma.Sql, noticeOf: (row: Row) => Notice): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await db().$queryRaw<Row[]>`
      SELECT k.sid, k.name, k.prefix AS hint, c.email, k.expires_at AS "expiresAt", k.secret_made_at AS "secretMadeAt",
        k.generation
      FROM access_key k JOIN customer c ON c.id = k.customer_id AND c.disabled_at IS NULL
      WHERE k.sid > ${after} AND ${where} ORDER BY k.sid LIMIT ${BATCH}`;
    await inTransaction(async (tx) => {
      for (const row of rows) {
        const { mark, ...notice } = noticeOf(row);
        const { sid, name, hint } = row;
        await mailKeyNotice(
          tx,
          { ...notice, to: row.email, key: { sid, name, hint }, at },
          `${notice.event}|${sid}|${mark}`,
        );
      }
    });
    after = rows.at(-1)?.sid ?? '';
    if (rows.length < BATCH) return;
  }
}

type Unused = { customerId: string; email: string; names: string[] };

/** A default key is left out: removing it would only make another. */
async function remindOfUnused(at: Date): Promise<void> {
  const { billingZone } = await readStoreSettings();
  const period = billingPeriod(at, billingZone);
  const owners = await db().$queryRaw<Unused[]>`
    SELECT c.id AS "customerId", c.email, array_agg(k.name ORDER BY k.created_at, k.id) AS names
    FROM access_key k JOIN customer c ON c.id = k.customer_id AND c.disabled_at IS NULL
    WHERE NOT k.is_default AND k.state = 'active' AND ${unusedWhere(at)}
      AND NOT EXISTS (SELECT 1 FROM outbox_entry o
        WHERE o.dedupe_key = 'mail|access_key|unused|' || c.id || '|' || ${period})
    GROUP BY c.id, c.email ORDER BY c.id LIMIT ${BATCH}`;
  await inTransaction(async (tx) => {
    for (const { customerId, email, names } of owners) {
      const notice = { to: email, event: 'unused_digest' as const, count: UNUSED_DAYS, names: names.slice(0, 20), at };
      await mailKeyNotice(tx, notice, `unused|${customerId}|${period}`);
    }
  });
}
