import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db/client';
import { changeGrants } from './grants/change-grants';
import { editLimit } from './grants/edit-limit';

/**
 * Sets the places of one resource (null = unlimited); a revoked one stays as it is. Lowered below what is in use, the newest
 * activations beyond the limit are flagged over-limit: listed, not counted, first back when room returns. Raised, the
 * flagged come back, oldest first.
 */
export async function setActivationLimit(
  tx: Tx,
  change: { apiResourceId: string; activationLimit: number | null; at?: Date; actor: Actor },
): Promise<void> {
  const { apiResourceId, activationLimit, at = now(), actor } = change;
  await changeGrants(tx, {
    apiResourceId,
    facts: (known) => editLimit(known, activationLimit, at),
    at,
    actor,
  });
}
