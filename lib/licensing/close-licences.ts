import { type Actor, recordAudits } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { changeGrants } from './grants/change-grants';

type Closing = { customerId: string; actor: Actor; at: Date };

/**
 * Closes every right of a customer for good and ends their activations, in the caller's transaction: from COMMIT their keys
 * are refused as those of a refunded order are, and no payment that comes or comes back opens one again. Rights that are
 * closed already are told so too, for the same reason. Answers how many worked and what was active; done again, it does nothing.
 */
export async function closeLicences(
  tx: Tx,
  { customerId, actor, at }: Closing,
): Promise<{ licences: number; activations: number }> {
  await lockCustomerLicenses(tx, customerId);
  const rights = await tx.apiResource.findMany({ where: { customerId }, orderBy: { id: 'asc' }, select: { id: true } });
  let licences = 0;
  for (const { id: apiResourceId } of rights) {
    const closing = { cause: 'account_deleted', happenedAt: at, fact: { kind: 'account_deleted' as const } };
    const result = await changeGrants(tx, { apiResourceId, facts: () => [closing], at, actor });
    if (result && result.before.revokedAt === null) licences += 1;
  }
  await forgetUndoable(tx, customerId);
  return { licences, activations: await endActivations(tx, { customerId, actor, at }) };
}

// What an admin deleted within the last day could otherwise be taken back into rights that are closed.
async function forgetUndoable(tx: Tx, customerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_change SET changed = coalesce((
      SELECT jsonb_agg(gone) FROM jsonb_array_elements(changed) gone WHERE gone ->> 'customer_id' <> ${customerId}), '[]')
    WHERE kind = 'activation.delete' AND changed @> jsonb_build_array(jsonb_build_object('customer_id', ${customerId}::text))`;
}

type Gone = { id: string; apiResourceId: string; instance: string; label: string };

async function endActivations(tx: Tx, { customerId, actor, at }: Closing): Promise<number> {
  const gone = await tx.$queryRaw<Gone[]>`
    SELECT id, api_resource_id AS "apiResourceId", instance, label FROM delete_activations_of(${customerId}::uuid)`;
  const deleted = { actor, action: 'activation.delete', objectKind: 'activation', at } as const;
  await recordAudits(
    tx,
    gone.map(({ id: objectId, ...before }) => ({ ...deleted, objectId, before })),
  );
  return gone.length;
}
