import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { closeUnprovenAccount } from './close-unproven-account';
import { isTokenUsable, spendToken } from './one-use-token';
import { COUNTING } from './second-factor';
import { type Entry, entryOf } from './session';

export type SignInByLinkResult =
  /** `needsFactor`: the link alone opens nothing; go on with `startPendingSignIn`. */
  { ok: true; entry: Entry; needsFactor: boolean } | { ok: false; reason: 'link_not_usable' };

/**
 * Takes a mailed sign-in link, once. It stands in for the password and for nothing else: an account with a second factor
 * still asks for it. Holding the link also proves the address; in an account whose address was not proven before, all that a
 * stranger could have left there ends first, its password too (ADR 0111).
 */
export async function signInByLink(given: {
  token: string;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<SignInByLinkResult> {
  const { token, address, at = now() } = given;
  return inTransaction(async (tx) => {
    const spent = await spendToken(tx, { token, purpose: 'sign_in' }, at);
    if (!spent) return { ok: false, reason: 'link_not_usable' };
    const { customerId } = spent;
    const actor = { kind: 'customer', id: customerId, via: 'sign-in link', address, agent: given.userAgent } as const;
    await closeUnprovenAccount(tx, { customerId, actor }, at);
    await tx.customer.updateMany({ where: { id: customerId, emailVerifiedAt: null }, data: { emailVerifiedAt: at } });
    const needsFactor = (await tx.secondFactor.count({ where: { customerId, ...COUNTING } })) > 0;
    await recordAudit(tx, {
      actor,
      action: needsFactor ? 'session.await_factor' : 'session.start',
      objectKind: 'customer',
      objectId: customerId,
      at,
    });
    return { ok: true, entry: await entryOf(tx, customerId), needsFactor };
  });
}

/** Whether a sign-in link would still work, for its page. Opening the page uses nothing up: mail scanners open links too. */
export async function isSignInLinkUsable(token: string, at: Date = now()): Promise<boolean> {
  return isTokenUsable({ token, purpose: 'sign_in' }, at);
}
