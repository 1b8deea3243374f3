import { db } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { escapeLike } from '../db/search-text';
import { isKeySid } from '../secrets/developer-key';
import { readStoreSettings } from '../settings/store-settings';
import { type KeyFilter, keySelect, keyWhere, type Look, type ReadRow, textWhere, toKey } from './key-statement';
import type { DeveloperKey } from './key-view';
import { readDays } from './read-days';
import type { CauseOfDeath } from './write-secret';

/** A key as an admin sees it: masked, with its owner. */
export type KeyOfOwner = DeveloperKey & { customerId: string; customerNumber: number; customerEmail: string };

export type EveryKeyFilter = KeyFilter & { customerNumber?: number; isLeaked?: boolean };

const DEFAULT_SIZE = 50;
const MOST_A_PAGE = 100;
const MOST_OWNERS = 50;
const newest: KeysetOrder<ReadRow> = {
  name: 'every_key',
  direction: 'desc',
  columns: [
    { sql: 'k.created_at', kind: 'instant', of: (row) => row.createdAt },
    { sql: 'k.id', kind: 'uuid', of: (row) => row.id },
  ],
};

/** A page of the store's keys, the newest first. `text` also finds the beginning of an owner's address. */
export async function listEveryKey(
  wish: { filter?: EveryKeyFilter; page?: PageWish; size?: number },
  at: Date,
): Promise<KeysetPage<KeyOfOwner> & { count: number }> {
  const { filter = {}, page = {}, size = DEFAULT_SIZE } = wish;
  const look = { at, settings: await readStoreSettings() };
  const where = everyKeyWhere(filter, at);
  return inListRead(async (tx) => {
    const limit = Math.min(Math.max(Math.trunc(size), 1), MOST_A_PAGE);
    const read = await readKeysetPage(
      { order: newest, wish: page, size: limit },
      (start) =>
        tx.$queryRaw<ReadRow[]>`${keySelect(look)}
        WHERE ${where} AND ${start.where} ORDER BY ${start.orderBy} LIMIT ${start.limit}`,
    );
    const counted = Prisma.sql`SELECT 1 FROM access_key k WHERE ${where} ORDER BY k.created_at DESC, k.id DESC`;
    const count = await countAtMost(tx, read, counted);
    const ids = read.rows.map(({ id }) => id);
    const days = await readDays(tx, ids, at);
    return { ...read, rows: read.rows.map((row) => ownedKey(row, days.get(row.id) ?? [], look)), count };
  });
}

function everyKeyWhere({ text = '', customerNumber, isLeaked, ...filter }: EveryKeyFilter, at: Date): Prisma.Sql {
  const parts = [
    keyWhere(filter, at),
    customerNumber === undefined
      ? undefined
      : Prisma.sql`k.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE number = ${customerNumber}))`,
    isLeaked ? Prisma.sql`k.leaked_at IS NOT NULL` : undefined,
    text.trim() === '' ? undefined : Prisma.sql`(${textWhere(text.trim())} OR ${ownerWhere(text.trim())})`,
  ];
  return Prisma.join(
    parts.filter((part) => part !== undefined),
    ' AND ',
  );
}

function ownerWhere(text: string): Prisma.Sql {
  const begins = `${escapeLike(text.toLowerCase().replaceAll('\0', ''))}%`;
  return Prisma.sql`k.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE email LIKE ${begins} LIMIT ${MOST_OWNERS}))`;
}

function ownedKey(row: ReadRow, days: number[], look: Look): KeyOfOwner {
  const { customerId, customerNumber, customerEmail } = row;
  return { ...toKey(row, days, look), customerId, customerNumber, customerEmail };
}

/** One key of anybody, for an admin. */
export async function readAnyKey(sid: string, at: Date): Promise<KeyOfOwner | undefined> {
  if (!isKeySid(sid)) return undefined;
  const look = { at, settings: await readStoreSettings() };
  return inListRead(async (tx) => {
    const [row] = await tx.$queryRaw<ReadRow[]>`${keySelect(look)} WHERE k.sid = ${sid}`;
    if (!row) return undefined;
    return ownedKey(row, (await readDays(tx, [row.id], at)).get(row.id) ?? [], look);
  });
}

/** A value that opens nothing any more, and whether somebody tried it since. */
export type DeadKeyUse = {
  sid: string;
  customerNumber: number | null;
  customerEmail: string | null;
  name: string;
  prefix: string;
  cause: CauseOfDeath;
  diedAt: Date;
  seenAt: Date;
  seenFrom: string | null;
  seenTimes: number;
};

/** The dead keys that were tried last, the latest use first. */
export async function listDeadKeyUses(wish: { limit: number; customerId?: string }): Promise<DeadKeyUse[]> {
  const { limit, customerId } = wish;
  const own = customerId === undefined ? Prisma.sql`true` : Prisma.sql`d.customer_id = ${customerId}::uuid`;
  return db().$queryRaw<DeadKeyUse[]>`
    SELECT d.sid, c.number AS "customerNumber", c.email AS "customerEmail", d.name, d.prefix, d.cause,
      d.died_at AS "diedAt", d.seen_at AS "seenAt", d.seen_from AS "seenFrom", d.seen_times AS "seenTimes"
    FROM dead_access_secret d LEFT JOIN customer c ON c.id = d.customer_id
    WHERE d.seen_at IS NOT NULL AND ${own} ORDER BY d.seen_at DESC, d.digest LIMIT ${limit}`;
}
