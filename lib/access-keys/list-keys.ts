import type { Tx } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { isUuid } from '../db/uuid';
import { isKeySid } from '../secrets/developer-key';
import { readStoreSettings } from '../settings/store-settings';
import { billingPeriod } from './billing-period';
import { type KeyFilter, keySelect, keyWhere, type Look, type ReadRow, toKey } from './key-statement';
import type { DeveloperKey } from './key-view';
import { readDays } from './read-days';

export type { KeyFilter } from './key-statement';

export const KEY_SORTS = ['created', 'name', 'last_used', 'expires', 'calls'] as const;
export type KeySort = (typeof KEY_SORTS)[number];

export type KeyList = KeysetPage<DeveloperKey> & {
  /** Counted to 10,000; one more stands for "more". */
  count: number;
  /** Calls of all keys of the owner in the present month, for the share of each. */
  callsOfAll: number;
};

const DEFAULT_SIZE = 25;
const MOST_A_PAGE = 100;
// Stand for "never used" and "no end" in an order: beyond every real instant, and no null in a row comparison.
const NEVER = new Date(0);
const NO_END = new Date('9999-12-31T00:00:00.000Z');

const byId = { sql: 'k.id', kind: 'uuid' as const, of: (row: ReadRow) => row.id };
const ORDERS: Record<KeySort, Omit<KeysetOrder<ReadRow>, 'direction'>> = {
  created: { name: 'created', columns: [{ sql: 'k.created_at', kind: 'instant', of: (row) => row.createdAt }, byId] },
  name: { name: 'name', columns: [{ sql: 'lower(k.name)', kind: 'text', of: (row) => row.sortName }, byId] },
  last_used: {
    name: 'last_used',
    columns: [
      {
        sql: `coalesce(k.last_used_at, '${NEVER.toISOString()}')`,
        kind: 'instant',
        of: (row) => row.lastUsedAt ?? NEVER,
      },
      byId,
    ],
  },
  expires: {
    name: 'expires',
    columns: [
      {
        sql: `coalesce(k.expires_at, '${NO_END.toISOString()}')`,
        kind: 'instant',
        of: (row) => row.expiresAt ?? NO_END,
      },
      byId,
    ],
  },
  calls: {
    name: 'calls',
    columns: [{ sql: 'coalesce(m.calls, 0)', kind: 'integer', of: (row) => row.callsThisMonth }, byId],
  },
};

export type ListKeysWish = {
  customerId: string;
  filter?: KeyFilter;
  sort?: KeySort;
  direction?: 'asc' | 'desc';
  page?: PageWish;
  /** 1-100; 25 when left out. */
  size?: number;
};

/** A page of an owner's keys. Without a sort: the newest first; `name` and `expires` ascending, the others descending. */
export async function listKeys(wish: ListKeysWish, at: Date): Promise<KeyList> {
  const { customerId, filter = {}, sort = 'created', page = {}, size = DEFAULT_SIZE } = wish;
  const look = { at, settings: await readStoreSettings() };
  const direction = wish.direction ?? (sort === 'name' || sort === 'expires' ? 'asc' : 'desc');
  const where = Prisma.sql`k.customer_id = ${customerId}::uuid AND ${keyWhere(filter, at)}`;
  return inListRead(async (tx) => {
    const order = { ...ORDERS[sort], name: `${sort}_${direction}`, direction };
    const limit = Math.min(Math.max(Math.trunc(size), 1), MOST_A_PAGE);
    const read = await readKeysetPage<ReadRow>(
      { order, wish: page, size: limit },
      (start) =>
        tx.$queryRaw<ReadRow[]>`${keySelect(look)}
        WHERE ${where} AND ${start.where} ORDER BY ${start.orderBy} LIMIT ${start.limit}`,
    );
    const count = await countAtMost(tx, read, Prisma.sql`SELECT 1 FROM access_key k WHERE ${where}`);
    const sums = await tx.accessMonth.aggregate({
      where: { customerId, period: billingPeriod(at, look.settings.billingZone) },
      _sum: { calls: true },
    });
    return { ...read, rows: await withDays(tx, read.rows, look), count, callsOfAll: sums._sum.calls ?? 0 };
  });
}

async function withDays(tx: Tx, rows: ReadRow[], look: Look): Promise<DeveloperKey[]> {
  const ids = rows.map(({ id }) => id);
  const days = await readDays(tx, ids, look.at);
  return rows.map((row) => toKey(row, days.get(row.id) ?? [], look));
}

/** One key of an owner; undefined when they have none with that sid. */
export async function readKey(wish: { customerId: string; sid: string }, at: Date): Promise<DeveloperKey | undefined> {
  const { customerId, sid } = wish;
  if (!isUuid(customerId) || !isKeySid(sid)) return undefined;
  const look = { at, settings: await readStoreSettings() };
  return inListRead(async (tx) => {
    const rows = await tx.$queryRaw<ReadRow[]>`${keySelect(look)}
      WHERE k.customer_id = ${customerId}::uuid AND k.sid = ${sid}`;
    return (await withDays(tx, rows, look))[0];
  });
}

/** A key that is there: what a change answers after its commit. */
export async function readChangedKey(wish: { customerId: string; sid: string }, at: Date): Promise<DeveloperKey> {
  const key = await readKey(wish, at);
  // Removed by somebody else in the blink since the commit.
  if (!key) throw new Error('The key that was just changed is gone');
  return key;
}
