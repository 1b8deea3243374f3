import { createKey } from '@/lib/access-keys/create-key';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { aCustomer } from '../../../support/factories';
import { manageCall } from '../../../support/manage-calls';

type CallFacts = Parameters<typeof manageCall>[4];

/** A developer key of a new person, an admin unless told otherwise, and a way to call with it. */
export async function aCaller(role: 'admin' | 'customer' = 'admin') {
  const owner = await aCustomer({ role, emailVerifiedAt: now() });
  const actor = { kind: role, id: owner.id, via: 'session:test' };
  const made = await createKey({ customerId: owner.id, kind: 'standard', name: 'Release script', actor });
  if (!made.ok || made.value.kind === 'pair') throw new Error('No standard key was made');
  const { key } = made.value;
  const call = (method: string, path: string, body?: unknown, facts?: CallFacts) =>
    manageCall(key, method, path, body, facts);
  return { owner, key, sid: made.key.sid, call };
}

/** What the audit holds about an object: the action and through what it came. */
export function auditOf(objectId: string) {
  return db().auditEntry.findMany({
    where: { objectId },
    orderBy: { id: 'asc' },
    select: { action: true, via: true, actorKind: true, actorId: true },
  });
}
