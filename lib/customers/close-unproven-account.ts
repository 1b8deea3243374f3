import { revokeKeysOf } from '../access-keys/revoke-keys-of';
import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { retireTokens } from './one-use-token';
import { lockFactors } from './second-factor';
import { endSessionsOf } from './session';

/**
 * Ends, in the caller's transaction, all that lets anyone into an account whose address nobody has proven: password,
 * sessions, second factors, recovery codes, developer keys, Dropbox, mailed links and the claim of the browser that made it.
 * Whoever opened it, with a password of theirs, need not be who reads its mail. A proven account and an admin's stay as they
 * are. Answers whether anybody could have been in it.
 */
export async function closeUnprovenAccount(
  tx: Tx,
  { customerId, actor }: { customerId: string; actor: Actor },
  at: Date,
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  // Their thank-you pages would show the master key to whoever holds the address of one.
  await tx.checkout.updateMany({
    where: { customerId, customer: { emailVerifiedAt: null, role: 'customer' } },
    data: { createdCustomer: false, customerId: null },
  });
  const customer = await tx.customer.findFirst({
    where: {
      id: customerId,
      emailVerifiedAt: null,
      role: 'customer',
      OR: [
        { passwordHash: { not: null } },
        { sessions: { some: {} } },
        {
          accessKeys: {
            some: { state: { not: 'revoked' }, OR: [{ isDefault: false }, { lastUsedAt: { not: null } }] },
          },
        },
      ],
    },
    select: { id: true },
  });
  if (!customer) return false;
  await tx.customer.update({ where: { id: customerId }, data: { passwordHash: null } });
  const sessionsEnded = await endSessionsOf(tx, { customerId }, at);
  await lockFactors(tx, customerId);
  const factors = await tx.secondFactor.deleteMany({ where: { customerId } });
  await tx.recoveryCode.deleteMany({ where: { customerId } });
  await tx.dropboxConnection.deleteMany({ where: { customerId } });
  for (const purpose of ['reset_password', 'sign_in', 'verify_email', 'change_email'] as const) {
    await retireTokens(tx, { customerId, purpose }, at);
  }
  const keysRevoked = await revokeKeysOf(tx, { customerId, actor, at });
  await recordAudit(tx, {
    actor,
    action: 'customer.take_back',
    objectKind: 'customer',
    objectId: customerId,
    after: { sessionsEnded, factorsRemoved: factors.count, keysRevoked },
    at,
  });
  return true;
}
