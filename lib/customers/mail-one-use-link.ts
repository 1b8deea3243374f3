import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { enqueueMail, type ProofOccasion } from '../jobs/enqueue-mail';
import { sealMailToken } from '../jobs/mail-token';
import { issueToken, type TokenPurpose } from './one-use-token';

/**
 * Promises the mail with a fresh one-use link, in the caller's transaction. The token waits sealed in the outbox. With
 * `newAddress` it goes there, and proves that one.
 */
export async function mailOneUseLink(
  tx: Tx,
  wish: {
    customer: { id: string; email: string };
    purpose: TokenPurpose;
    actor: Actor;
    newAddress?: string;
    /** verify_email: what an order did that the mail has to say. */
    occasion?: ProofOccasion;
  },
  at: Date,
): Promise<void> {
  const { customer, purpose, actor, newAddress, occasion } = wish;
  const address = newAddress === undefined ? {} : { address: newAddress };
  const { token, tokenId, expiresAt } = await issueToken(tx, { customerId: customer.id, purpose, ...address }, at);
  const facts = {
    customerId: customer.id,
    tokenId,
    sealedToken: await sealMailToken(token, { tokenId, customerId: customer.id }),
    expiresAt: expiresAt.toISOString(),
    ...(occasion === undefined ? {} : { occasion }),
  };
  await enqueueMail(tx, { template: purpose, to: newAddress ?? customer.email, facts }, `mail|${purpose}|${tokenId}`);
  await recordAudit(tx, {
    actor,
    action: `${purpose}.request`,
    objectKind: 'customer',
    objectId: customer.id,
    at,
  });
}
