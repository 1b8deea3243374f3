import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { digestRange, NO_SEAL } from './read-sealed-range';
import { type Horizon, settleEntries } from './settle-entries';

// Only how long sealing waits depends on this; another process, or this one after a restart, begins to wait anew.
const holder = globalThis as typeof globalThis & { latchkeyAuditHorizon?: Horizon };

/** Entries a seal; a broken seal names a range of at most this many. */
const MOST_ENTRIES = 2_000n;
// Any fixed number; every process of the store must take the same.
const SEALING_LOCK = 5_021_978;

/**
 * Seals the audit entries that cannot get company any more (see `settleEntries`), and answers how many that were. Called
 * again and again by any number of processes.
 */
export async function sealEntries(): Promise<number> {
  const { horizon, upTo } = await settleEntries('audit_entry', holder.latchkeyAuditHorizon);
  holder.latchkeyAuditHorizon = horizon;
  if (upTo === undefined) return 0;
  let sealed = 0;
  for (;;) {
    const more = await inTransaction((tx) => sealRange(tx, upTo));
    if (more === undefined) return sealed;
    sealed += more;
  }
}

async function sealRange(tx: Tx, upTo: bigint): Promise<number | undefined> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEALING_LOCK}::bigint)`;
  const last = await tx.auditSeal.findFirst({ orderBy: { position: 'desc' } });
  const fromId = (last?.toId ?? 0n) + 1n;
  if (fromId > upTo) return undefined;
  // Counted by their ids: to find the two-thousandth of them all the others would have to be read once more.
  const first = await tx.auditEntry.findFirst({
    where: { id: { gte: fromId, lte: upTo } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const toId = first && first.id + MOST_ENTRIES <= upTo ? first.id + MOST_ENTRIES - 1n : upTo;
  const previous = last ? Buffer.from(last.digest) : NO_SEAL;
  const { entries, digest } = await digestRange(tx, { fromId, toId, previous });
  const position = (last?.position ?? 0) + 1;
  await tx.auditSeal.create({
    data: { position, fromId, toId, entries, digest: new Uint8Array(digest), sealedAt: now() },
  });
  return entries;
}
