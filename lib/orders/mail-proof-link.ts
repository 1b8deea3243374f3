import { recordAudit } from '../audit/record-audit';
import { issueToken } from '../customers/one-use-token';
import type { Tx } from '../db/client';
import { enqueueMail, type ProofOccasion } from '../jobs/enqueue-mail';
import { sealMailToken } from '../jobs/mail-token';

/** Promises the mail that asks whoever reads it to confirm the address of an account, and says what an order did to it. */
export async function mailProofLink(
  tx: Tx,
  { customerId, occasion }: { customerId: string; occasion: ProofOccasion },
  at: Date,
): Promise<void> {
  const { email: to } = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { email: true } });
  const { token, tokenId, expiresAt } = await issueToken(tx, { customerId, purpose: 'verify_email' }, at);
  const sealedToken = await sealMailToken(token, { tokenId, customerId });
  const facts = { customerId, tokenId, sealedToken, expiresAt: expiresAt.toISOString(), occasion };
  await enqueueMail(tx, { template: 'verify_email', to, facts }, `mail|verify_email|${tokenId}`);
  await recordAudit(tx, {
    actor: { kind: 'client', address: '' },
    action: 'verify_email.request',
    objectKind: 'customer',
    objectId: customerId,
    at,
  });
}
