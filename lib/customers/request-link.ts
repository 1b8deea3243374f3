import { addressBlock } from '../address-block';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { sealMailToken } from '../jobs/mail-token';
import { newToken } from '../secrets/token';
import { type AttemptLimit, type TakeAttemptResult, takeAttempt } from './attempt-limit';
import { createCustomer } from './create-customer';
import { readEmailAddress } from './email-address';
import { mailOneUseLink } from './mail-one-use-link';

const HOUR_MS = 3_600_000;
/** Nobody's mailbox may be flooded from here, and nobody may try a list of addresses. */
const MAILS_TO_ONE: AttemptLimit = { name: 'link_mail', tries: 5, withinMs: HOUR_MS };
const MAILS_FROM_ONE: AttemptLimit = { name: 'link_mail_address', tries: 20, withinMs: HOUR_MS };

export type RequestLinkResult =
  | { ok: true }
  | { ok: false; reason: 'invalid_email' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

type Request = { email: string; address: string; userAgent?: string; at?: Date };

/**
 * Mails a link to choose a new password, if the address has an account. The answer and the work are the same when it has
 * none.
 */
export async function requestPasswordReset(given: Request): Promise<RequestLinkResult> {
  return withAllowedAddress(given, (email, at) =>
    inTransaction(async (tx) => {
      const customer = await tx.customer.findUnique({ where: { email, disabledAt: null } });
      if (customer) await mailOneUseLink(tx, { customer, purpose: 'reset_password', actor: clientAt(given) }, at);
      else await pretendMail(tx);
    }),
  );
}

/**
 * Makes an account without a password and mails a link that confirms the address and leads to choosing one. So nobody can
 * wait, with a password of theirs, in an account of somebody else's address. An address that has an account gets a link to
 * choose a new password instead; the answer is the same.
 */
export async function registerCustomer(given: Request & { name?: string }): Promise<RequestLinkResult> {
  return withAllowedAddress(given, (email, at) =>
    inTransaction(async (tx) => {
      const actor = clientAt(given);
      const name = given.name?.trim();
      await createCustomer(tx, { email, at, actor, ...(name ? { name: name.slice(0, 100) } : {}) });
      const customer = await tx.customer.findUnique({ where: { email, disabledAt: null } });
      if (!customer) return;
      const purpose = customer.passwordHash === null ? 'verify_email' : 'reset_password';
      await mailOneUseLink(tx, { customer, purpose, actor }, at);
    }),
  );
}

/** Mails a signed-in person a link that confirms their address. */
export async function requestEmailVerification(given: {
  customerId: string;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<TakeAttemptResult | { ok: false; reason: 'already_verified' }> {
  const { customerId, at = now() } = given;
  const taken = await takeAttempt([{ limit: MAILS_TO_ONE, subject: customerId }], at);
  if (!taken.ok) return taken;
  return inTransaction(async (tx) => {
    const customer = await tx.customer.findUnique({ where: { id: customerId, emailVerifiedAt: null } });
    if (!customer) return { ok: false, reason: 'already_verified' };
    await mailOneUseLink(tx, { customer, purpose: 'verify_email', actor: clientAt(given) }, at);
    return { ok: true };
  });
}

function clientAt({ address, userAgent }: Pick<Request, 'address' | 'userAgent'>): Actor {
  return { kind: 'client', address, agent: userAgent };
}

async function withAllowedAddress(
  given: Request,
  work: (email: string, at: Date) => Promise<void>,
): Promise<RequestLinkResult> {
  const at = given.at ?? now();
  const read = readEmailAddress(given.email);
  if (!read.ok) return { ok: false, reason: 'invalid_email' };
  const taken = await takeAttempt(
    [
      { limit: MAILS_TO_ONE, subject: read.address },
      { limit: MAILS_FROM_ONE, subject: addressBlock(given.address) },
    ],
    at,
  );
  if (!taken.ok) return taken;
  await work(read.address, at);
  return { ok: true };
}

// About the work of a real mail, so that the time of the answer tells nothing (security.md T9).
async function pretendMail(tx: Tx): Promise<void> {
  await sealMailToken(newToken(), { tokenId: crypto.randomUUID(), customerId: crypto.randomUUID() });
  for (let statement = 0; statement < 4; statement++) await tx.$queryRaw`SELECT 1`;
}
