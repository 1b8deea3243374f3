import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { type AttemptLimit, type TakeAttemptResult, takeAttempt } from './attempt-limit';
import { mailOneUseLink } from './mail-one-use-link';

const HOUR_MS = 3_600_000;
/** Nobody's mailbox may be flooded from here, and a stolen admin session must not mail everybody. */
const MAILS_TO_ONE: AttemptLimit = { name: 'sign_in_link', tries: 3, withinMs: HOUR_MS };
const MAILS_BY_ONE: AttemptLimit = { name: 'sign_in_link_admin', tries: 30, withinMs: HOUR_MS };

export type MailSignInLinkResult =
  | { ok: true }
  | { ok: false; reason: 'customer_not_found' | 'customer_disabled' | 'customer_deleted' }
  | Extract<TakeAttemptResult, { ok: false }>;

/**
 * An admin has a link mailed to a customer that signs in once, within the hour. The admin never sees it: it goes to the
 * customer's own address and nowhere else. A newer link ends the older one.
 */
export async function mailSignInLink(wish: {
  customerId: string;
  actor: Actor & { id: string };
  at?: Date;
}): Promise<MailSignInLinkResult> {
  const { customerId, actor, at = now() } = wish;
  if (!isUuid(customerId)) return { ok: false, reason: 'customer_not_found' };
  const limits = [
    { limit: MAILS_TO_ONE, subject: customerId },
    { limit: MAILS_BY_ONE, subject: actor.id },
  ];
  const taken = await takeAttempt(limits, at);
  if (!taken.ok) return taken;
  return inTransaction(async (tx) => {
    const customer = await tx.customer.findUnique({ where: { id: customerId } });
    if (!customer) return { ok: false, reason: 'customer_not_found' };
    if (customer.deletedAt) return { ok: false, reason: 'customer_deleted' };
    if (customer.disabledAt) return { ok: false, reason: 'customer_disabled' };
    await mailOneUseLink(tx, { customer, purpose: 'sign_in', actor }, at);
    return { ok: true };
  });
}
