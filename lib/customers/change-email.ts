import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { enqueueMail } from '../jobs/enqueue-mail';
import { type AttemptLimit, takeAttempt } from './attempt-limit';
import { readEmailAddress } from './email-address';
import { mailOneUseLink } from './mail-one-use-link';
import { findTokenOwner, retireTokens, spendToken } from './one-use-token';

const HOUR_MS = 3_600_000;
/** Nobody's mailbox may be flooded from here, and nobody may try a list of addresses. */
const MAILS_TO_ONE: AttemptLimit = { name: 'change_email_mail', tries: 3, withinMs: HOUR_MS };
const MAILS_BY_ONE: AttemptLimit = { name: 'change_email', tries: 5, withinMs: HOUR_MS };

export type RequestEmailChangeResult =
  | { ok: true; newAddress: string }
  | { ok: false; reason: 'invalid_email' | 'email_unchanged' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

export type ConfirmEmailChangeResult =
  | { ok: true; newAddress: string }
  /** `other_account`: the link belongs to the account that asked for it, and to no other. */
  | { ok: false; reason: 'link_not_usable' | 'other_account' | 'email_taken' };

/**
 * Mails the new address a link that gives it to the account, once and within a day; until then nothing changes. An address
 * that has an account is mailed that it has one, and the answer is the same. For who has just proved again who they are.
 */
export async function requestEmailChange(wish: {
  customer: { id: string; email: string };
  email: string;
  actor: Actor;
  at?: Date;
}): Promise<RequestEmailChangeResult> {
  const { customer, actor, at = now() } = wish;
  const read = readEmailAddress(wish.email);
  if (!read.ok) return { ok: false, reason: 'invalid_email' };
  const newAddress = read.address;
  if (newAddress === customer.email) return { ok: false, reason: 'email_unchanged' };
  const limits = [
    { limit: MAILS_BY_ONE, subject: customer.id },
    { limit: MAILS_TO_ONE, subject: newAddress },
  ];
  const taken = await takeAttempt(limits, at);
  if (!taken.ok) return taken;
  return inTransaction(async (tx) => {
    if (await hasAccount(tx, newAddress)) await mailInUse(tx, newAddress, at);
    else await mailOneUseLink(tx, { customer, purpose: 'change_email', actor, newAddress }, at);
    return { ok: true, newAddress };
  });
}

/** What the page of a link shows to somebody who is signed in. Opening it uses nothing up. */
export async function readEmailChange(
  token: string,
  { viewerId, at = now() }: { viewerId: string; at?: Date },
): Promise<{ ok: true; newAddress: string } | { ok: false; reason: 'link_not_usable' | 'other_account' }> {
  const owner = await findTokenOwner({ token, purpose: 'change_email' }, at);
  if (!owner?.address) return { ok: false, reason: 'link_not_usable' };
  return owner.id === viewerId ? { ok: true, newAddress: owner.address } : { ok: false, reason: 'other_account' };
}

/**
 * Gives the account the address that the link proves, for who is signed in to it: whoever only reads the mail could
 * otherwise put their address on a stranger's account, and their later orders into it (ADR 0112). Links that were mailed to
 * the old address end, and it is told.
 */
export async function confirmEmailChange(wish: {
  token: string;
  viewer: { id: string };
  actor: Actor;
  at?: Date;
}): Promise<ConfirmEmailChangeResult> {
  const { token, viewer, actor, at = now() } = wish;
  const shown = await readEmailChange(token, { viewerId: viewer.id, at });
  if (!shown.ok) return shown;
  const { newAddress } = shown;
  try {
    return await inTransaction(async (tx) => {
      if (await hasAccount(tx, newAddress)) return { ok: false, reason: 'email_taken' };
      if (!(await spendToken(tx, { token, purpose: 'change_email' }, at)))
        return { ok: false, reason: 'link_not_usable' };
      await moveAccount(tx, { customerId: viewer.id, newAddress, actor }, at);
      return { ok: true, newAddress };
    });
  } catch (error) {
    // Somebody made an account with it after it was looked for.
    if (await hasAccount(db(), newAddress)) return { ok: false, reason: 'email_taken' };
    throw error;
  }
}

async function moveAccount(
  tx: Tx,
  { customerId, newAddress, actor }: { customerId: string; newAddress: string; actor: Actor },
  at: Date,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`;
  const before = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { email: true } });
  await tx.customer.update({ where: { id: customerId }, data: { email: newAddress, emailVerifiedAt: at } });
  for (const purpose of ['reset_password', 'sign_in', 'verify_email'] as const) {
    await retireTokens(tx, { customerId, purpose }, at);
  }
  const from = actor.address ? { address: actor.address } : {};
  await enqueueMail(
    tx,
    {
      template: 'email_changed',
      to: before.email,
      facts: { at: at.toISOString(), newAddress: masked(newAddress), ...from },
    },
    `mail|email_changed|${customerId}|${at.toISOString()}`,
  );
  await recordAudit(tx, {
    actor,
    action: 'email.change',
    objectKind: 'customer',
    objectId: customerId,
    before,
    after: { email: newAddress },
    at,
  });
}

async function hasAccount(from: Pick<Tx, 'customer'>, email: string): Promise<boolean> {
  return (await from.customer.count({ where: { email } })) > 0;
}

async function mailInUse(tx: Tx, to: string, at: Date): Promise<void> {
  const key = `mail|email_in_use|${to}|${at.toISOString()}`;
  await enqueueMail(tx, { template: 'email_in_use', to, facts: { at: at.toISOString() } }, key);
}

// Whoever reads the old mailbox may be somebody else by now; the owner knows theirs by this.
function masked(email: string): string {
  return email.replace(/^(.).*(?=@)/, '$1…');
}
