import { recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { newDeveloperKey } from '../secrets/developer-key';
import { lookupDigest } from '../secrets/lookup-digest';
import type { Caller } from './caller';

/** Seconds a token lives (api-keys.md section 2). */
export const TOKEN_SECONDS = 900;

export type ExchangeTokenResult =
  | { ok: true; token: string; expiresAt: Date }
  /** Only the pair itself has tokens; a token cannot prolong itself. */
  | { ok: false; reason: 'not_a_pair' };

/**
 * A token that stands for a pair for fifteen minutes: no more access than the pair, and not a call longer than the pair,
 * its owner and the second factor are good. Kept as a digest only.
 */
export async function exchangeToken(caller: Caller, at: Date): Promise<ExchangeTokenResult> {
  if (caller.kind !== 'pair' || caller.isToken) return { ok: false, reason: 'not_a_pair' };
  const token = newDeveloperKey('token');
  const expiresAt = new Date(at.getTime() + TOKEN_SECONDS * 1000);
  await inTransaction(async (tx) => {
    const digest = new Uint8Array(lookupDigest(token));
    await tx.accessToken.create({ data: { digest, accessKeyId: caller.keyId, createdAt: at, expiresAt } });
    await recordAudit(tx, {
      actor: caller.actor,
      action: 'access_token.create',
      objectKind: 'access_key',
      objectId: caller.sid,
      after: { expiresAt: expiresAt.toISOString() },
      at,
    });
  });
  return { ok: true, token, expiresAt };
}
