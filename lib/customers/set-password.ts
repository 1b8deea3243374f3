import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { enqueueMail } from '../jobs/enqueue-mail';
import { retireTokens } from './one-use-token';
import { endSessionsOf } from './session';

/**
 * Puts a new password hash in place, in the caller's transaction, with everything that belongs to it: other sessions end,
 * mailed links that open the account die, the owner is told by mail, the change is recorded. While the address is not proven,
 * a change leaves the links: whoever waits in the account must not take from its owner the way into it.
 */
export async function setPassword(
  tx: Tx,
  change: {
    customer: { id: string; email: string };
    passwordHash: string;
    keepSessionId?: string;
    actor: Actor;
    action: 'password.change' | 'password.reset';
  },
  at: Date,
): Promise<void> {
  const { customer, passwordHash, actor, action } = change;
  await tx.customer.update({ where: { id: customer.id }, data: { passwordHash } });
  const except = change.keepSessionId === undefined ? {} : { except: change.keepSessionId };
  const ended = await endSessionsOf(tx, { customerId: customer.id, ...except }, at);
  if (action === 'password.reset' || (await isProven(tx, customer.id))) {
    for (const purpose of ['reset_password', 'sign_in', 'change_email'] as const) {
      await retireTokens(tx, { customerId: customer.id, purpose }, at);
    }
  }
  const facts = { at: at.toISOString(), ...(actor.address ? { address: actor.address } : {}) };
  await enqueueMail(
    tx,
    { template: 'password_changed', to: customer.email, facts },
    `mail|password_changed|${customer.id}|${at.toISOString()}`,
  );
  await recordAudit(tx, {
    actor,
    action,
    objectKind: 'customer',
    objectId: customer.id,
    after: { sessionsEnded: ended },
    at,
  });
}

async function isProven(tx: Tx, id: string): Promise<boolean> {
  return (await tx.customer.count({ where: { id, emailVerifiedAt: { not: null } } })) > 0;
}
