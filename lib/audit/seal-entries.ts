import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { digestRange, NO_SEAL } from './read-sealed-range';

/** How far the entries are known to be all there: up to `id` once every transaction older than `xid` has ended. */
type Horizon = { id: bigint; xid: string | undefined };

// Only how long sealing waits depends on this; another process, or this one after a restart, begins to wait anew.
const holder = globalThis as typeof globalThis & { latchkeyAuditHorizon?: Horizon };

/** Entries a seal; a broken seal names a range of at most this many. */
const MOST_ENTRIES = 2_000;
// Any fixed number; every process of the store must take the same.
const SEALING_LOCK = 5_021_978;

/**
 * Seals the audit entries that cannot get company any more, and answers how many that were. An entry takes its number
 * before its transaction commits, so a range is sealed only when every transaction that may hold a number in it has ended:
 * the last number is noted on one call, what is running on the next, and sealed on a later one. Called again and again by
 * any number of processes.
 */
export async function sealEntries(): Promise<number> {
  const known = holder.latchkeyAuditHorizon;
  const standing = await readStanding();
  if (!known) {
    holder.latchkeyAuditHorizon = { id: standing.lastId, xid: undefined };
    return 0;
  }
  if (known.xid === undefined) {
    holder.latchkeyAuditHorizon = { id: known.id, xid: standing.nextXid };
    return 0;
  }
  if (BigInt(standing.oldestXid) < BigInt(known.xid)) return 0;
  holder.latchkeyAuditHorizon = { id: standing.lastId, xid: undefined };
  let sealed = 0;
  for (;;) {
    const more = await inTransaction((tx) => sealRange(tx, known.id));
    if (more === undefined) return sealed;
    sealed += more;
  }
}

async function readStanding(): Promise<{ lastId: bigint; nextXid: string; oldestXid: string }> {
  const [row] = await db().$queryRaw<{ lastId: bigint; nextXid: string; oldestXid: string }[]>`
    SELECT (SELECT coalesce(last_value, 0) FROM pg_sequences
        WHERE schemaname = current_schema() AND sequencename = 'audit_entry_id_seq') AS "lastId",
      pg_snapshot_xmax(pg_current_snapshot())::text AS "nextXid",
      pg_snapshot_xmin(pg_current_snapshot())::text AS "oldestXid"`;
  if (!row) throw new Error('PostgreSQL did not tell its snapshot');
  return row;
}

async function sealRange(tx: Tx, upTo: bigint): Promise<number | undefined> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEALING_LOCK}::bigint)`;
  const last = await tx.auditSeal.findFirst({ orderBy: { position: 'desc' } });
  const fromId = (last?.toId ?? 0n) + 1n;
  if (fromId > upTo) return undefined;
  const end = await tx.auditEntry.findFirst({
    where: { id: { gte: fromId, lte: upTo } },
    orderBy: { id: 'asc' },
    skip: MOST_ENTRIES - 1,
    select: { id: true },
  });
  const toId = end?.id ?? upTo;
  const previous = last ? Buffer.from(last.digest) : NO_SEAL;
  const { entries, digest } = await digestRange(tx, { fromId, toId, previous });
  const position = (last?.position ?? 0) + 1;
  await tx.auditSeal.create({
    data: { position, fromId, toId, entries, digest: new Uint8Array(digest), sealedAt: now() },
  });
  return entries;
}
