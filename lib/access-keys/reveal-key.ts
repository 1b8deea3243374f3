import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isKeySid } from '../secrets/developer-key';
import { readStoreSettings } from '../settings/store-settings';
import { takeHourly } from './hourly-limit';
import type { KeyNotFound } from './key-view';
import { openSecret } from './write-secret';

type RevealRefusal =
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { ok: false; reason: KeyNotFound | 'not_revealable' | 'key_revoked' | 'step_up_required' };

export type RevealKeyResult = { ok: true; key: string } | RevealRefusal;

type RevealWish = { customerId: string; sid: string; isRecentlyProven: boolean; actor: Actor; at?: Date };

/**
 * The value of a standard key, for its signed-in owner only, never for a call by key. The store's setting says whether a
 * fresh proof is needed (`isRecentlyProven`, of lib/customers) or whether it is shown at all. At most 10 an hour, audited.
 */
export async function revealKey(wish: RevealWish): Promise<RevealKeyResult> {
  const { customerId, actor, at = now() } = wish;
  if (actor.via?.startsWith('key:')) return { ok: false, reason: 'not_revealable' };
  const found = await inTransaction((tx) => find(tx, wish));
  if (!found.ok) return found;
  const hourly = await takeHourly('reveal', customerId, at);
  if (!hourly.ok) return hourly;
  const key = await openSecret(found.secret, customerId);
  await inTransaction((tx) =>
    recordAudit(tx, { actor, action: 'access_key.reveal', objectKind: 'access_key', objectId: wish.sid, at }),
  );
  return { ok: true, key };
}

type Found = { ok: true; secret: { id: string; sealed: Uint8Array } } | RevealRefusal;

async function find(tx: Tx, { customerId, sid, isRecentlyProven }: RevealWish): Promise<Found> {
  if (!isKeySid(sid)) return { ok: false, reason: 'key_not_found' };
  const row = await tx.accessKey.findFirst({
    where: { sid, customerId },
    include: { secrets: { where: { endsAt: null }, select: { id: true, sealed: true } } },
  });
  if (!row) return { ok: false, reason: 'key_not_found' };
  if (row.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  const { keyReveal } = await readStoreSettings(tx);
  const [secret] = row.secrets;
  if (keyReveal === 'never' || !secret?.sealed) return { ok: false, reason: 'not_revealable' };
  if (keyReveal === 'step_up' && !isRecentlyProven) return { ok: false, reason: 'step_up_required' };
  return { ok: true, secret: { id: secret.id, sealed: secret.sealed } };
}
