import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { type Endpoint, endpointOf } from './endpoint';
import { lockEndpoint } from './lock-endpoint';
import { newSigningSecret, sealSecret } from './signing-secret';

/** Hours for which messages may be signed with the earlier secret as well. */
export const OVERLAP_HOURS = [0, 1, 24, 168] as const;
const HOUR_MS = 3_600_000;

export type RotateSecretResult =
  /** `secret` in clear, this once. */
  { ok: true; endpoint: Endpoint; secret: string } | { ok: false; reason: 'endpoint_not_found' | 'overlap_invalid' };

/**
 * Gives an endpoint a new signing secret. During the overlap messages carry a signature by each of the two, so that the
 * receiver may change over when it suits it; with none the earlier one signs nothing from now on.
 */
export async function rotateSecret(
  id: string,
  overlapHours: number,
  by: { actor: Actor; at?: Date },
): Promise<RotateSecretResult> {
  const { actor, at = now() } = by;
  if (!OVERLAP_HOURS.some((hours) => hours === overlapHours)) return { ok: false, reason: 'overlap_invalid' };
  return inTransaction<RotateSecretResult>(async (tx) => {
    const row = await lockEndpoint(tx, id);
    if (!row) return { ok: false, reason: 'endpoint_not_found' };
    const secret = newSigningSecret();
    const until = overlapHours === 0 ? null : new Date(at.getTime() + overlapHours * HOUR_MS);
    const changed = await tx.webhookEndpoint.update({
      where: { id },
      data: {
        sealedSecret: await sealSecret(secret, id),
        secretMadeAt: at,
        sealedOldSecret: until === null ? null : row.sealedSecret,
        oldSecretUntil: until,
      },
    });
    await recordAudit(tx, {
      at,
      actor,
      action: 'webhook_endpoint.rotate_secret',
      objectKind: 'webhook_endpoint',
      objectId: id,
      before: { secretMadeAt: row.secretMadeAt.toISOString() },
      after: { secretMadeAt: at.toISOString(), oldSecretUntil: until?.toISOString() ?? null },
    });
    return { ok: true, endpoint: endpointOf(changed), secret };
  });
}
