import type { Actor } from '../audit/record-audit';
import { closeUnprovenAccount } from '../customers/close-unproven-account';
import { mailOneUseLink } from '../customers/mail-one-use-link';
import type { Tx } from '../db/client';

/**
 * Takes an account back, in the caller's transaction, whose address nobody has proven, before something of value arrives in
 * it that was bought by somebody else. Its address is mailed what happened, and a link that proves it and leads to choosing
 * a password.
 */
export async function takeBackAccount(
  tx: Tx,
  { customerId, actor }: { customerId: string; actor: Actor },
  at: Date,
): Promise<void> {
  if (!(await closeUnprovenAccount(tx, { customerId, actor }, at))) return;
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { id: true, email: true },
  });
  const client = { kind: 'client', address: '' } as const;
  await mailOneUseLink(tx, { customer, purpose: 'verify_email', actor: client, occasion: 'taken_back' }, at);
}
