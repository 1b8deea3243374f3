import { revokeKeysOf } from '../access-keys/change-key-state';
import { type Actor, recordAudit } from '../audit/record-audit';
import { mailOneUseLink } from '../customers/mail-one-use-link';
import { retireTokens } from '../customers/one-use-token';
import { lockFactors } from '../customers/second-factor';
import { endSessionsOf } from '../customers/session';
import type { Tx } from '../db/client';

/**
 * Takes an account back, in the caller's transaction, whose address nobody has proven, before something of value arrives in
 * it that was bought by somebody else: whoever opened it, with a password of theirs, need not be who reads its mail. All that
 * lets anyone in ends (password, sessions, factors, developer keys, a browser's claim), and the address is mailed a link that
 * proves it and leads to choosing a password. A proven account, an admin's, and one that nobody could open stay as they are.
 * Answers whether there was anything to take back.
 */
export async function takeBackAccount(
  tx: Tx,
  { customerId, actor }: { customerId: string; actor: Actor },
  at: Date,
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  const claims = await tx.checkout.updateMany({
    where: { customerId, createdCustomer: true, customer: { emailVerifiedAt: null } },
    data: { createdCustomer: false },
  });
  const customer = await tx.customer.findFirst({
    where: {
      id: customerId,
      emailVerifiedAt: null,
      role: 'customer',
      OR: [{ passwordHash: { not: null } }, { sessions: { some: {} } }],
    },
    select: { id: true, email: true },
  });
  if (!customer) return claims.count > 0;
  await tx.customer.update({ where: { id: customerId }, data: { passwordHash: null } });
  const sessionsEnded = await endSessionsOf(tx, { customerId }, at);
  await lockFactors(tx, customerId);
  const factors = await tx.secondFactor.deleteMany({ where: { customerId } });
  await tx.recoveryCode.deleteMany({ where: { customerId } });
  await tx.dropboxConnection.deleteMany({ where: { customerId } });
  for (const purpose of ['reset_password', 'sign_in', 'verify_email'] as const) {
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
  await mailOneUseLink(tx, { customer, purpose: 'verify_email', actor: { kind: 'client', address: '' } }, at);
  return true;
}
