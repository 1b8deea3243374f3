import { type Horizon, type NumberedTable, settleEntries } from '../audit/settle-entries';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { wantsType } from './endpoint';
import { happeningOf, TOLD_ACTIONS, type ToldEntry } from './event-of-entry';
import { findExpired } from './find-expired';
import { findFullLicences } from './find-full-licences';
import type { Happening } from './happening';
import { readFacts } from './read-facts';
import { type Receiver, wantsMessage, writeMessages } from './write-messages';

type Watch = Partial<Record<NumberedTable, Horizon>>;

// Only how long a look waits depends on this; another process, or this one after a restart, begins to wait anew.
const holder = globalThis as typeof globalThis & { latchkeyWebhookWatch?: Watch };

/** Numbers looked at in one transaction. */
const STRETCH = 1_000n;
// Noted, waited for, known: see settleEntries.
const STEPS = 3;
/** How often it is looked whether terms have ended. */
const EXPIRY_MS = 60_000;

/**
 * Makes messages of what was committed since the last look, and answers how many: from the audit, from refusals in the
 * request log, and from licences whose term ended. Nothing that changes the store waits for this or writes more because of
 * it. Each happening becomes one message, however many processes look and wherever one of them dies.
 */
export async function relayMessages(at = now()): Promise<number> {
  if ((await db().webhookEndpoint.findFirst({ select: { id: true } })) === null) return 0;
  holder.latchkeyWebhookWatch ??= {};
  const auditId = await settled('audit_entry', holder.latchkeyWebhookWatch);
  const callId = await settled('request_log_entry', holder.latchkeyWebhookWatch);
  let made = 0;
  for (;;) {
    const step = await inTransaction((tx) => relayStretch(tx, { auditId, callId, at }));
    made += step.made;
    if (!step.hasMore) return made;
  }
}

/** Up to where rows are all there. While nothing else is writing that is known at once, otherwise on a later look. */
async function settled(table: NumberedTable, watch: Watch): Promise<bigint | undefined> {
  for (let step = 0; step < STEPS; step++) {
    const { horizon, upTo } = await settleEntries(table, watch[table]);
    watch[table] = horizon;
    if (upTo === undefined) continue;
    delete watch[table];
    return upTo;
  }
  return undefined;
}

type UpTo = { auditId: bigint | undefined; callId: bigint | undefined; at: Date };
type Cursor = { auditId: bigint; callId: bigint; expiredUntil: Date | null };

async function relayStretch(tx: Tx, upTo: UpTo): Promise<{ made: number; hasMore: boolean }> {
  // Whoever else is at it does the work.
  const [cursor] = await tx.$queryRaw<Cursor[]>`
    SELECT audit_id AS "auditId", call_id AS "callId", expired_until AS "expiredUntil"
    FROM webhook_relay FOR UPDATE SKIP LOCKED`;
  if (!cursor) return { made: 0, hasMore: false };
  const audit = stretchOf(cursor.auditId, upTo.auditId);
  const calls = stretchOf(cursor.callId, upTo.callId);
  const receivers = await tx.webhookEndpoint.findMany({
    select: { id: true, eventTypes: true, disabledAt: true, createdAt: true },
  });
  const wanted = (type: Happening['type']) => receivers.some(({ eventTypes }) => wantsType(eventTypes, type));
  const since = cursor.expiredUntil;
  const isExpiryDue = since === null || Math.abs(upTo.at.getTime() - since.getTime()) >= EXPIRY_MS;
  if (audit.to === cursor.auditId && calls.to === cursor.callId && !isExpiryDue) return { made: 0, hasMore: false };
  const happenings = [
    ...(await readEntries(tx, cursor.auditId, audit.to)),
    ...(wanted('activation.limit_reached') ? await findFullLicences(tx, cursor.callId, calls.to) : []),
    ...(wanted('licence.expired') && isExpiryDue && since ? await findExpired(tx, since, upTo.at) : []),
  ];
  const made = await tell(tx, happenings, { receivers, at: upTo.at });
  const expiredUntil = isExpiryDue ? upTo.at : since;
  await tx.webhookRelay.update({ where: { id: 1 }, data: { auditId: audit.to, callId: calls.to, expiredUntil } });
  return { made, hasMore: audit.hasMore || calls.hasMore };
}

function stretchOf(from: bigint, upTo: bigint | undefined): { to: bigint; hasMore: boolean } {
  if (upTo === undefined || upTo <= from) return { to: from, hasMore: false };
  return upTo - from > STRETCH ? { to: from + STRETCH, hasMore: true } : { to: upTo, hasMore: false };
}

async function readEntries(tx: Tx, from: bigint, to: bigint): Promise<Happening[]> {
  if (to <= from) return [];
  const entries = await tx.$queryRaw<ToldEntry[]>`
    SELECT id, at, action, object_id AS "objectId", before, after FROM audit_entry
    WHERE id > ${from} AND id <= ${to} AND action = ANY (${TOLD_ACTIONS}::text[]) ORDER BY id`;
  return entries.flatMap((entry) => happeningOf(entry) ?? []);
}

/** Makes the messages that any endpoint is to hear of; a disabled one may recover them later. */
async function tell(tx: Tx, happenings: Happening[], to: { receivers: Receiver[]; at: Date }): Promise<number> {
  const told = happenings.filter((happening) => to.receivers.some((receiver) => wantsMessage(receiver, happening)));
  const data = await readFacts(tx, told, to.at);
  const messages = told.flatMap(({ type, source, at }, i) => {
    const facts = data[i];
    return facts ? [{ type, source, at, data: facts }] : [];
  });
  return writeMessages(tx, messages, to);
}
