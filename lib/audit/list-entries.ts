import { db } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type KeysetStart, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type EntryFilter, entryWhere } from './entry-filter';

/** An audit entry as it was written, with the address of who did it. */
export type ListedEntry = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  /** Undefined when it was the store itself, or nobody that is known any more. */
  actorEmail: string | undefined;
  via: string;
  address: string;
  /** What their browser or program called itself; empty when it is not known, and after 90 days. */
  agent: string;
  action: string;
  objectKind: string;
  objectId: string;
  before: unknown;
  after: unknown;
};

type Row = Omit<ListedEntry, 'actorEmail'>;

/** The newest first. */
export const entryOrder: KeysetOrder<Pick<ListedEntry, 'at' | 'id'>> = {
  name: 'written',
  direction: 'desc',
  columns: [
    { sql: 'e.at', kind: 'instant', of: (row) => row.at },
    { sql: 'e.id', kind: 'integer', of: (row) => Number(row.id) },
  ],
};
const LIST_SIZE = 50;
const EXPORT_SIZE = 1_000;

/** A page of the audit, the newest first, and how many entries there are (counted to 10,000; one more stands for more). */
export async function listEntries(
  filter: EntryFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedEntry> & { count: number }> {
  const page = await inListRead(async (tx) => {
    const read = await readKeysetPage({ order: entryOrder, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<Row[]>(entryStatement(filter, start)),
    );
    const counted = Prisma.sql`SELECT 1 FROM audit_entry e WHERE ${entryWhere(filter)} ORDER BY e.at DESC`;
    return { ...read, count: await countAtMost(tx, read, counted) };
  });
  return { ...page, rows: await withEmails(page.rows) };
}

/** Every entry that fits, a thousand at a time; each page is read when the one before has been taken. */
export async function* eachEntry(filter: EntryFilter): AsyncGenerator<ListedEntry[]> {
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order: entryOrder, wish: { after }, size: EXPORT_SIZE }, (start) =>
        tx.$queryRaw<Row[]>(entryStatement(filter, start)),
      ),
    );
    if (page.rows.length > 0) yield await withEmails(page.rows);
    after = page.next;
  } while (after !== undefined);
}

/** The entry with this number, or nothing. */
export async function readEntry(id: string): Promise<ListedEntry | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const rows = await db().$queryRaw<Row[]>(Prisma.sql`SELECT ${COLUMNS} FROM audit_entry e WHERE e.id = ${id}::bigint`);
  return (await withEmails(rows))[0];
}

const COLUMNS = Prisma.sql`e.id::text AS id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.via, e.address,
  e.agent, e.action, e.object_kind AS "objectKind", e.object_id AS "objectId", e.before, e.after`;

/** The statement of a page. */
export function entryStatement(filter: EntryFilter, { where, orderBy, limit }: KeysetStart): Prisma.Sql {
  return Prisma.sql`SELECT ${COLUMNS} FROM audit_entry e
    WHERE ${entryWhere(filter)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`;
}

async function withEmails(rows: Row[]): Promise<ListedEntry[]> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db().customer.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return rows.map((row) => ({ ...row, actorEmail: row.actorId === null ? undefined : emails.get(row.actorId) }));
}
