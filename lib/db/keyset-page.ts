import { Prisma } from './generated/client';
import { isUuid } from './uuid';

/** Where a page begins: the cursor of an earlier page as it stands in the address, in which anything may stand. */
export type PageWish = {
  after?: string | undefined;
  /** `LAST_PAGE` or the cursor of a page's first row. */
  before?: string | undefined;
  /** Rows a page, where the reader may choose; otherwise the list's own size. */
  size?: number | undefined;
};

/** As `before`: the page at the far end of the list. */
export const LAST_PAGE = 'end';

type Place = Date | number | string;

/** How a list is ordered. Its columns together name one row, so that no page repeats or drops one; an index begins with them. */
export type KeysetOrder<Row> = {
  /** Part of each cursor: a cursor of another order is not understood. */
  name: string;
  direction: 'asc' | 'desc';
  columns: {
    /** As the statement calls it, for example `a.activated_at`. Never from outside. */
    sql: string;
    kind: 'instant' | 'integer' | 'uuid' | 'text';
    of: (row: Row) => Place;
  }[];
};

/** What a statement puts into its WHERE, ORDER BY and LIMIT. */
export type KeysetStart = { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number };

export type KeysetPage<Row> = {
  rows: Row[];
  /** For `before`; undefined on the first page. */
  previous: string | undefined;
  /** For `after`; undefined on the last page. */
  next: string | undefined;
  /** The cursor could not be read (cut off, from another list): this is the first page, and the reader should be told. */
  isCursorBroken: boolean;
};

/**
 * One page of a list of any length, by position and not by counting: the last page costs what the first one does.
 *
 *     readKeysetPage({ order, wish: { after, before }, size: 50 }, ({ where, orderBy, limit }) =>
 *       tx.$queryRaw<Row[]>`SELECT … WHERE ${filter} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`)
 */
export async function readKeysetPage<Row>(
  { order, wish, size: usual }: { order: KeysetOrder<Row>; wish: PageWish; size: number },
  read: (start: KeysetStart) => Promise<Row[]>,
): Promise<KeysetPage<Row>> {
  const size = wish.size ?? usual;
  const position = wish.before === LAST_PAGE ? undefined : readCursor(order, wish.before ?? wish.after);
  if (position === 'broken') {
    return { ...(await readKeysetPage({ order, wish: {}, size }, read)), isCursorBroken: true };
  }
  const isBackward = wish.before !== undefined;
  const found = await read(startAt(order, { from: position, isBackward, size }));
  // Back at the beginning, or beyond rows that are gone since: the first page, whole, is what the reader wants.
  const isOutside = isBackward ? found.length <= size : found.length === 0;
  if (position !== undefined && isOutside) return readKeysetPage({ order, wish: {}, size }, read);
  const rows = found.slice(0, size);
  const ends = { hasMore: found.length > size, hasOther: position !== undefined };
  if (!isBackward) return withCursors(order, rows, { hasPrevious: ends.hasOther, hasNext: ends.hasMore });
  return withCursors(order, rows.reverse(), { hasPrevious: ends.hasMore, hasNext: ends.hasOther });
}

function withCursors<Row>(
  order: KeysetOrder<Row>,
  rows: Row[],
  { hasPrevious, hasNext }: { hasPrevious: boolean; hasNext: boolean },
): KeysetPage<Row> {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: hasPrevious && first !== undefined ? cursorOf(order, first) : undefined,
    next: hasNext && last !== undefined ? cursorOf(order, last) : undefined,
    isCursorBroken: false,
  };
}

/** The place of a row as an opaque text for an address. It holds the ordering columns only, which the page shows anyway. */
export function cursorOf<Row>(order: KeysetOrder<Row>, row: Row): string {
  return Buffer.from(JSON.stringify([order.name, ...order.columns.map((column) => column.of(row))])).toString(
    'base64url',
  );
}

const LONGEST_CURSOR = 400;

function readCursor<Row>(order: KeysetOrder<Row>, cursor: string | undefined): Place[] | 'broken' | undefined {
  if (cursor === undefined) return undefined;
  if (cursor.length > LONGEST_CURSOR) return 'broken';
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return 'broken';
  }
  if (!Array.isArray(parts) || parts.length !== order.columns.length + 1 || parts[0] !== order.name) return 'broken';
  const places = order.columns.map((column, i) => readPlace(column.kind, parts[i + 1]));
  return places.every((place) => place !== undefined) ? places : 'broken';
}

// The cursor comes from outside: what the database would refuse as a value of its column ends here.
function readPlace(kind: keyof typeof TYPES, value: unknown): Place | undefined {
  if (kind === 'integer') return Number.isSafeInteger(value) ? Number(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (kind === 'uuid') return isUuid(value) ? value : undefined;
  if (kind === 'text') return value.includes('\0') ? undefined : value;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

const TYPES = { instant: 'timestamptz', integer: 'bigint', uuid: 'uuid', text: 'text' } as const;

function startAt<Row>(
  order: KeysetOrder<Row>,
  { from, isBackward, size }: { from: Place[] | undefined; isBackward: boolean; size: number },
): KeysetStart {
  const isDescending = (order.direction === 'desc') !== isBackward;
  const names = order.columns.map((column) => Prisma.raw(column.sql));
  const way = Prisma.raw(isDescending ? 'DESC' : 'ASC');
  return {
    where: from ? after(order, from, isDescending) : Prisma.sql`true`,
    orderBy: Prisma.join(names.map((name) => Prisma.sql`${name} ${way}`)),
    // One more than is shown tells whether there is another page.
    limit: size + 1,
  };
}

// A row comparison, which PostgreSQL answers with one range of the index.
function after<Row>(order: KeysetOrder<Row>, from: Place[], isDescending: boolean): Prisma.Sql {
  const names = Prisma.join(order.columns.map((column) => Prisma.raw(column.sql)));
  const values = Prisma.join(from.map((place, i) => typed(order.columns[i]?.kind ?? 'uuid', place)));
  return isDescending ? Prisma.sql`(${names}) < (${values})` : Prisma.sql`(${names}) > (${values})`;
}

function typed(kind: keyof typeof TYPES, place: Place): Prisma.Sql {
  return Prisma.sql`${place}::${Prisma.raw(TYPES[kind])}`;
}
