import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type KeysetStart, type PageWish, readKeysetPage } from '../db/keyset-page';

/** Something that was done to a key or an account, as its owner may see it. */
export type HistoryEntry = {
  id: string;
  at: Date;
  /** The owner, one of the store's people (never which one), the store by itself, or client software. */
  by: 'you' | 'administrator' | 'system' | 'client';
  /** The sid of the key that the owner's program used, if it was no browser. */
  viaSid: string | undefined;
  /** Where it came from; left out for the store's people. */
  address: string | undefined;
  /** What their browser or program called itself; for as long as the audit keeps it, and left out where the address is. */
  agent: string | undefined;
  /** Noun and verb as the audit says them: `access_key.create`. */
  action: string;
  objectKind: string;
  objectId: string;
  /** The key it is about, by its present or last name. */
  keyName: string | undefined;
  /** Whether that key still has a page. */
  hasKeyPage: boolean;
  /** Left out when another person did it to the account itself: their reasons and notes are not the owner's. */
  before: unknown;
  after: unknown;
};

type Row = Omit<HistoryEntry, 'by' | 'viaSid' | 'address' | 'agent' | 'keyName'> & {
  actorKind: string;
  actorId: string | null;
  via: string;
  address: string;
  agent: string;
  keyName: string | null;
};

const PAGE_SIZE = 25;

const order: KeysetOrder<Pick<Row, 'at' | 'id'>> = {
  name: 'history',
  direction: 'desc',
  columns: [
    { sql: 'e.at', kind: 'instant', of: (row) => row.at },
    { sql: 'e.id', kind: 'integer', of: (row) => Number(row.id) },
  ],
};

/** A page of what became of one key, the newest first. Nothing for a key of somebody else. */
export function listKeyHistory(
  wish: { customerId: string; sid: string; size?: number },
  page: PageWish,
): Promise<KeysetPage<HistoryEntry>> {
  const { customerId, sid, size = PAGE_SIZE } = wish;
  const isOwn = Prisma.sql`EXISTS (SELECT FROM access_key own WHERE own.sid = ${sid} AND own.customer_id = ${customerId}::uuid)`;
  const entries = [Prisma.sql`e.object_kind = 'access_key' AND e.object_id = ${sid} AND ${isOwn}`];
  return readHistory({ customerId, size, entries }, page);
}

/**
 * A page of what an account's owner did, and what was done to the account and to its keys, the newest first. Keys that are
 * gone belong to it for as long as their values are remembered.
 */
export function listAccountActivity(customerId: string, page: PageWish): Promise<KeysetPage<HistoryEntry>> {
  const keys = Prisma.sql`ARRAY (SELECT sid FROM access_key WHERE customer_id = ${customerId}::uuid
    UNION SELECT sid FROM dead_access_secret WHERE customer_id = ${customerId}::uuid)`;
  const entries = [
    // Client software acts for licence keys, and most of the audit is its; the index leaves it out as well.
    Prisma.sql`e.actor_kind <> 'client' AND e.actor_id = ${customerId}::uuid`,
    Prisma.sql`e.object_kind = 'customer' AND e.object_id = ${customerId}`,
    Prisma.sql`e.object_kind = 'access_key' AND e.object_id = ANY (${keys})`,
  ];
  return readHistory({ customerId, size: PAGE_SIZE, entries }, page);
}

/** `entries`: conditions on `audit_entry e`, each answered by one index; what fits any of them is read. */
type Reading = { customerId: string; size: number; entries: Prisma.Sql[] };

async function readHistory(reading: Reading, wish: PageWish): Promise<KeysetPage<HistoryEntry>> {
  const { customerId, size, entries } = reading;
  // The newest of each, then the newest of these: one condition with OR would read the whole audit backwards.
  const ids = ({ where, orderBy, limit }: KeysetStart) =>
    Prisma.join(
      entries.map(
        (each) =>
          Prisma.sql`(SELECT e.id FROM audit_entry e WHERE ${each} AND ${where} ORDER BY ${orderBy} LIMIT ${limit})`,
      ),
      ' UNION ',
    );
  const page = await inListRead((tx) =>
    readKeysetPage(
      { order, wish, size },
      (start) =>
        tx.$queryRaw<Row[]>`
        SELECT e.id::text AS id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.via, e.address, e.agent, e.action,
          e.object_kind AS "objectKind", e.object_id AS "objectId", e.before, e.after,
          coalesce(key.name, (SELECT dead.name FROM dead_access_secret dead
            WHERE e.object_kind = 'access_key' AND dead.sid = e.object_id AND dead.customer_id = ${customerId}::uuid
            ORDER BY dead.died_at DESC LIMIT 1)) AS "keyName",
          key.id IS NOT NULL AS "hasKeyPage"
        FROM audit_entry e
        LEFT JOIN access_key key
          ON e.object_kind = 'access_key' AND key.sid = e.object_id AND key.customer_id = ${customerId}::uuid
        WHERE e.id = ANY (ARRAY (${ids(start)})) ORDER BY ${start.orderBy} LIMIT ${start.limit}`,
    ),
  );
  return { ...page, rows: page.rows.map((row) => toEntry(row, customerId)) };
}

function toEntry(row: Row, customerId: string): HistoryEntry {
  const by = byWhom(row, customerId);
  const isTold = by !== 'administrator' || row.objectKind === 'access_key';
  const { id, at, action, objectKind, objectId, hasKeyPage, via } = row;
  return {
    id,
    at,
    by,
    viaSid: by === 'you' && via.startsWith('key:') ? via.slice('key:'.length) : undefined,
    address: by === 'administrator' || row.address === '' ? undefined : row.address,
    agent: by === 'administrator' || row.agent === '' ? undefined : row.agent,
    action,
    objectKind,
    objectId,
    keyName: row.keyName ?? undefined,
    hasKeyPage,
    before: isTold ? row.before : null,
    after: isTold ? row.after : null,
  };
}

function byWhom({ actorKind, actorId }: Row, customerId: string): HistoryEntry['by'] {
  if (actorId === customerId) return 'you';
  if (actorKind === 'system') return 'system';
  return actorKind === 'client' ? 'client' : 'administrator';
}
