import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { isKeySid } from '../secrets/developer-key';
import type { AccessKeyKind, KeyAccess } from './caller';

/** Whose key: of this customer, or (an admin's change) anybody's. */
export type KeyOf = { customerId: string; sid: string } | { anyOwner: true; sid: string };

/** A key's row. */
export type KeyRow = NonNullable<Awaited<ReturnType<Tx['accessKey']['findFirst']>>>;

/** Who a key belongs to, and what the account may have. */
export type KeyOwner = {
  id: string;
  email: string;
  hasFactor: boolean;
  plan: { id: string; name: string; maxKeys: number | null; maxPairs: number; allowsPairs: boolean };
};

/**
 * The owner, held for the caller's transaction: of two changes to the keys of one account the second sees the first, so that
 * a limit is never passed and a default never missing. A deleted account owns nothing.
 */
export async function lockOwner(tx: Tx, customerId: string): Promise<KeyOwner | undefined> {
  if (!isUuid(customerId)) return undefined;
  const [row] = await tx.$queryRaw<{ id: string; email: string; planId: string | null; hasFactor: boolean }[]>`
    SELECT c.id, c.email, c.access_plan_id AS "planId", EXISTS (SELECT 1 FROM second_factor f
      WHERE f.customer_id = c.id AND f.confirmed_at IS NOT NULL) AS "hasFactor"
    FROM customer c WHERE c.id = ${customerId}::uuid AND c.deleted_at IS NULL FOR NO KEY UPDATE OF c`;
  if (!row) return undefined;
  const plan = await tx.accessPlan.findFirstOrThrow({ where: row.planId ? { id: row.planId } : { isDefault: true } });
  return { id: row.id, email: row.email, hasFactor: row.hasFactor, plan };
}

/** The key and its owner, held; undefined when that owner has none with this sid. */
export async function lockKey(tx: Tx, of: KeyOf): Promise<{ key: KeyRow; owner: KeyOwner } | undefined> {
  if (!isKeySid(of.sid)) return undefined;
  const customerId = 'customerId' in of ? of.customerId : await ownerIdOf(tx, of.sid);
  const owner = customerId === undefined ? undefined : await lockOwner(tx, customerId);
  const key = owner && (await tx.accessKey.findFirst({ where: { sid: of.sid, customerId: owner.id } }));
  return owner && key ? { key, owner } : undefined;
}

async function ownerIdOf(tx: Tx, sid: string): Promise<string | undefined> {
  return (await tx.accessKey.findUnique({ where: { sid }, select: { customerId: true } }))?.customerId;
}

/** Keys and pairs that count against the plan: not revoked, and not out of use as leaked. */
export async function countKeys(tx: Tx, customerId: string): Promise<{ keys: number; pairs: number }> {
  const counted = { customerId, state: { not: 'revoked' as const }, leakedAt: null };
  const pairs = await tx.accessKey.count({ where: { ...counted, kind: 'pair' } });
  return { keys: (await tx.accessKey.count({ where: counted })) - pairs, pairs };
}

/** Whether the store asks owners for a second factor before a key of that kind is made or used (api-keys.md K10). */
export function needsFactor(kind: AccessKeyKind, rule: 'pair' | 'all' | 'none'): boolean {
  return rule === 'all' || (rule === 'pair' && kind === 'pair');
}

export function accessOf(row: Pick<KeyRow, 'access' | 'operations'>): KeyAccess {
  return row.access === 'full' ? { mode: 'full' } : { mode: 'restricted', operations: row.operations };
}

/** What a calling key may do itself, and from where. */
export type CallingKey = { access: KeyAccess; addresses: string[] };

/** The key behind an actor `key:SID`; undefined when a person in a browser or the store itself acts. */
export async function callingKeyOf(tx: Tx, actor: Actor): Promise<CallingKey | undefined> {
  const sid = /^key:(\w+)$/.exec(actor.via ?? '')?.[1];
  if (sid === undefined) return undefined;
  const row = await tx.accessKey.findUnique({ where: { sid } });
  // Removed since it was admitted: from now on it may give nothing away.
  return row
    ? { access: accessOf(row), addresses: row.addresses }
    : { access: { mode: 'restricted', operations: [] }, addresses: [] };
}
