import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type KeysetStart, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type CallFilter, callWhere } from './call-filter';

/** A client call as the log keeps it. */
export type LoggedCall = {
  id: string;
  at: Date;
  /** wc-am or v1. */
  protocol: string;
  /** Empty when the call could not be understood. */
  action: string;
  /** ok, ok_again, ok_replayed, inactive, unlicensed, or the reason of the refusal. */
  outcome: string;
  keyHint: string;
  customerId: string | null;
  apiResourceId: string | null;
  /** As the client wrote it. */
  product: string;
  instance: string;
  version: string;
  address: string;
  userAgent: string;
  durationUs: number;
  /** As the answer to a refused v1 call names it; null for all others. */
  requestId: string | null;
};

/** The newest first. */
export const callOrder: KeysetOrder<Pick<LoggedCall, 'at' | 'id'>> = {
  name: 'called',
  direction: 'desc',
  columns: [
    { sql: 'c.at', kind: 'instant', of: (row) => row.at },
    { sql: 'c.id', kind: 'integer', of: (row) => Number(row.id) },
  ],
};
const LIST_SIZE = 50;
const EXPORT_SIZE = 1_000;

/** A page of the client calls, the newest first, and how many there are (counted to 10,000; one more stands for more). */
export async function listCalls(
  filter: CallFilter,
  wish: PageWish,
): Promise<KeysetPage<LoggedCall> & { count: number }> {
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order: callOrder, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<LoggedCall[]>(callStatement(filter, start)),
    );
    return { ...page, count: await countAtMost(tx, page, callCount(filter)) };
  });
}

/** Starts an export. Who took the log out, and how narrowed, is audited before its first row; pages are read as they are taken. */
export async function exportCalls(filter: CallFilter, actor: Actor): Promise<AsyncGenerator<LoggedCall[]>> {
  const narrowedBy = JSON.parse(JSON.stringify(filter)); // instants as texts
  const object = { objectKind: 'request_log', objectId: 'list' };
  await inTransaction((tx) => recordAudit(tx, { actor, action: 'request_log.export', ...object, after: narrowedBy }));
  return eachCall(filter);
}

async function* eachCall(filter: CallFilter): AsyncGenerator<LoggedCall[]> {
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order: callOrder, wish: { after }, size: EXPORT_SIZE }, (start) =>
        tx.$queryRaw<LoggedCall[]>(callStatement(filter, start)),
      ),
    );
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

/** The call with this number, or nothing. */
export async function readCall(id: string): Promise<LoggedCall | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  return inListRead(async (tx) => {
    const [row] = await tx.$queryRaw<LoggedCall[]>(
      Prisma.sql`SELECT ${COLUMNS} FROM request_log_entry c WHERE c.id = ${id}::bigint`,
    );
    return row;
  });
}

/** Whether any call came from an instance of this name: then a typed text is one, and no key. */
export async function isLoggedInstance(text: string): Promise<boolean> {
  return inListRead(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>(
      Prisma.sql`SELECT 1 FROM request_log_entry c WHERE c.instance = ${text} LIMIT 1`,
    );
    return found.length > 0;
  });
}

const COLUMNS = Prisma.sql`c.id::text AS id, c.at, c.protocol, c.action, c.outcome, c.key_hint AS "keyHint",
  c.customer_id AS "customerId", c.api_resource_id AS "apiResourceId", c.product, c.instance, c.version, c.address,
  c.user_agent AS "userAgent", c.duration_us AS "durationUs", c.request_id AS "requestId"`;

/** The statement of a page. */
export function callStatement(filter: CallFilter, { where, orderBy, limit }: KeysetStart): Prisma.Sql {
  return Prisma.sql`SELECT ${COLUMNS} FROM request_log_entry c
    WHERE ${callWhere(filter)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`;
}

/** The rows that are counted. */
export function callCount(filter: CallFilter): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM request_log_entry c WHERE ${callWhere(filter)} ORDER BY c.at DESC`;
}
