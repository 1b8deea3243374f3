import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { type AttemptLimit, forgetAttempts, takeAttempt } from './attempt-limit';
import { closeUnprovenAccount } from './close-unproven-account';
import { findTokenOwner, issueToken, spendToken } from './one-use-token';
import { verifyPassword } from './password';

/** A mailed link must not become a place to guess the password that a stranger chose. */
const BY_PASSWORD: AttemptLimit = { name: 'verify_email', tries: 5, withinMs: 15 * 60_000 };

/**
 * Why the account is the reader's own: this browser showed its password or factor (`viewerId`; a browser that was let in for
 * having a thank-you page shows nothing), or its password is known now. `start_over`: whoever may be in it is put out first.
 */
export type ReaderProof =
  | { kind: 'browser'; viewerId: string | undefined }
  | { kind: 'password'; password: string }
  | { kind: 'start_over' };

export type VerifyEmailResult =
  /** `resetToken`: the account has no password now; with it the person chooses one. */
  | { ok: true; customerId: string; resetToken?: string }
  /** The link can still be used, except for `link_not_usable`. `password_needed`: the browser shows nothing (any more). */
  | { ok: false; reason: 'link_not_usable' | 'wrong_password' | 'password_needed' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

/** What the page of a link has to ask: nothing, or first whose account it is. */
export type VerifyLinkState = { kind: 'dead' } | { kind: 'confirm' | 'ask_password'; email: string };

/**
 * Confirms an address by a mailed link, once. Somebody else may have opened the account with this address and wait in it:
 * so the reader of the mail shows that the account is theirs, or starts over with a password of their own (ADR 0111).
 */
export async function verifyEmail(given: {
  token: string;
  proof: ReaderProof;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<VerifyEmailResult> {
  const { token, proof, address, at = now() } = given;
  const link = { token, purpose: 'verify_email' } as const;
  const owner = await findTokenOwner(link, at);
  if (!owner) return { ok: false, reason: 'link_not_usable' };
  const checked = await checkProof(owner, proof, at);
  if (!checked.ok) return checked;
  return inTransaction(async (tx) => {
    const spent = await spendToken(tx, link, at);
    if (!spent) return { ok: false, reason: 'link_not_usable' };
    const { customerId } = spent;
    const actor = { kind: 'customer', id: customerId, via: 'verify link', address, agent: given.userAgent } as const;
    if (!checked.isOwn) await closeUnprovenAccount(tx, { customerId, actor }, at);
    return confirm(tx, { customerId, actor }, at);
  });
}

/** What the page of a link shows. Opening it uses nothing up: mail scanners open links too. */
export async function readVerifyLink(
  token: string,
  { viewerId, at = now() }: { viewerId?: string | undefined; at?: Date } = {},
): Promise<VerifyLinkState> {
  const owner = await findTokenOwner({ token, purpose: 'verify_email' }, at);
  if (!owner) return { kind: 'dead' };
  const kind = owner.id === viewerId || isSettled(owner) ? 'confirm' : 'ask_password';
  return { kind, email: owner.email };
}

type Owner = NonNullable<Awaited<ReturnType<typeof findTokenOwner>>>;

// Nothing to tell apart: no password that a stranger could have chosen, or an address that was proven before.
const isSettled = (owner: Owner) => owner.passwordHash === null || owner.emailVerifiedAt !== null;

type Checked = { ok: true; isOwn: boolean } | Extract<VerifyEmailResult, { ok: false }>;

async function checkProof(owner: Owner, proof: ReaderProof, at: Date): Promise<Checked> {
  switch (proof.kind) {
    case 'browser':
      if (proof.viewerId === owner.id) return { ok: true, isOwn: true };
      return isSettled(owner) ? { ok: true, isOwn: false } : { ok: false, reason: 'password_needed' };
    case 'start_over':
      return { ok: true, isOwn: false };
    case 'password': {
      const taken = await takeAttempt([{ limit: BY_PASSWORD, subject: owner.id }], at);
      if (!taken.ok) return taken;
      const { matches } = await verifyPassword(owner.passwordHash, proof.password);
      if (!matches) return { ok: false, reason: 'wrong_password' };
      await forgetAttempts(BY_PASSWORD, owner.id);
      return { ok: true, isOwn: true };
    }
  }
}

async function confirm(
  tx: Tx,
  { customerId, actor }: { customerId: string; actor: Actor },
  at: Date,
): Promise<VerifyEmailResult> {
  const customer = await tx.customer.update({ where: { id: customerId }, data: { emailVerifiedAt: at } });
  await recordAudit(tx, { actor, action: 'email.verify', objectKind: 'customer', objectId: customerId, at });
  if (customer.passwordHash !== null) return { ok: true, customerId };
  const next = await issueToken(tx, { customerId, purpose: 'reset_password' }, at);
  return { ok: true, customerId, resetToken: next.token };
}
