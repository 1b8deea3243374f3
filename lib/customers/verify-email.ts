import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { issueToken, spendToken } from './one-use-token';

export type VerifyEmailResult =
  /** `resetToken`: the account has no password yet; with it the person chooses one. */
  { ok: true; customerId: string; resetToken?: string } | { ok: false; reason: 'link_not_usable' };

/** Confirms an address by a mailed link, once. */
export async function verifyEmail(given: { token: string; address: string; at?: Date }): Promise<VerifyEmailResult> {
  const { token, address, at = now() } = given;
  return inTransaction(async (tx) => {
    const spent = await spendToken(tx, { token, purpose: 'verify_email' }, at);
    if (!spent) return { ok: false, reason: 'link_not_usable' };
    const { customerId } = spent;
    const customer = await tx.customer.update({ where: { id: customerId }, data: { emailVerifiedAt: at } });
    await recordAudit(tx, {
      actor: { kind: 'customer', id: customerId, via: 'verify link', address },
      action: 'email.verify',
      objectKind: 'customer',
      objectId: customerId,
      at,
    });
    if (customer.passwordHash !== null) return { ok: true, customerId };
    const next = await issueToken(tx, { customerId, purpose: 'reset_password' }, at);
    return { ok: true, customerId, resetToken: next.token };
  });
}
