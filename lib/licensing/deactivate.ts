import type { ActivationChange } from '../db/activation-change';
import { giveBackPlaces } from '../db/change-activations';
import type { Allowance } from './allowance';
import { callColumns } from './call-columns';
import type { ClientCall, KeyRefusal, Refused } from './client-call';
import { changedAllowance, changeRefusal } from './read-change';

export type DeactivateResult =
  | { ok: true; activationId: string; apiResourceId: string; customerId: string; allowance: Allowance }
  | Refused<KeyRefusal | 'activation_not_found'>;

/**
 * Gives the instance's place back for each call, in order, and answers after COMMIT. Only an activation that the key itself
 * opens can be deactivated; anybody else's is "not found".
 */
export async function deactivate(calls: ClientCall[], options: { at: Date }): Promise<DeactivateResult[]> {
  // The spread comes last, as in activate.
  const columns = calls.map((call) => ({ address: call.address, ...callColumns(call) }));
  return (await giveBackPlaces(columns, options.at)).map(toResult);
}

function toResult(change: ActivationChange): DeactivateResult {
  if (change.outcome === 'activation_not_found') {
    return { ok: false, reason: change.outcome, keyKind: change.keyKind ?? undefined };
  }
  if (change.outcome !== 'deactivated') return changeRefusal(change);
  const { activationId, apiResourceId, customerId } = change;
  if (!activationId || !apiResourceId || !customerId) throw new Error('deactivate_calls answered without its ids');
  return { ok: true, activationId, apiResourceId, customerId, allowance: changedAllowance(change) };
}
