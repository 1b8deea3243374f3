import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db/client';

/**
 * Sets the places of one resource (null = unlimited). Lowered below what is in use, the newest activations beyond the limit
 * are flagged over-limit: listed, not counted, first back when room returns. Raised, the flagged come back, oldest first.
 */
export async function setActivationLimit(
  tx: Tx,
  change: { apiResourceId: string; activationLimit: number | null; at?: Date; actor: Actor },
): Promise<void> {
  const { apiResourceId, activationLimit, at = now(), actor } = change;
  const [before] = await tx.$queryRaw<{ activation_limit: number | null }[]>`
    SELECT activation_limit FROM api_resource WHERE id = ${apiResourceId}::uuid FOR UPDATE`;
  if (!before || before.activation_limit === activationLimit) return;
  await tx.$executeRaw`SELECT set_activation_limit(${apiResourceId}::uuid, ${activationLimit}::int)`;
  await recordAudit(tx, {
    at,
    actor,
    action: 'api_resource.set_limit',
    objectKind: 'api_resource',
    objectId: apiResourceId,
    before: { activationLimit: before.activation_limit },
    after: { activationLimit },
  });
}
