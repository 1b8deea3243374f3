import { z } from 'zod';
import { forgetAgentsOf } from '../audit/forget-agents';
import { db, inTransaction, type Tx } from '../db/client';
import { forgetCallers } from '../db/forget-callers';
import { enqueueAll } from '../jobs/enqueue';
import { mailJob } from '../jobs/enqueue-mail';
import type { JobHandler } from '../jobs/job';
import { emptyAccount } from './empty-account';
import { forgetPayer } from './forget-payer';
import { forgetCheckouts } from './keep-invoices';

const KIND = 'forget_person';
/** Requests that had begun before the account was deleted have ended by then. */
const SOON_MS = 60_000;
/** A mail that has not left by then never leaves (lib/mailbox/deliver-mail). */
const LATER_MS = 4 * 86_400_000;

const payload = z.object({
  customerId: z.uuid(),
  accessKeyIds: z.array(z.uuid()),
  checkoutIds: z.array(z.uuid()),
  isLast: z.boolean(),
});
type Forgetting = z.infer<typeof payload>;

/** The key of the mail that says the account was deleted. */
export function lastMailKey(customerId: string): string {
  return `mail|account_deleted|${customerId}`;
}

/**
 * Promises, in the transaction that deletes an account, that what the logs know of its person is forgotten: soon, and once
 * more when the last mail to them has gone. Logs are long, and nothing waits for them.
 */
export async function promiseForgetting(tx: Tx, of: Omit<Forgetting, 'isLast'>, at: Date): Promise<void> {
  const passes = [
    { isLast: false, afterMs: SOON_MS },
    { isLast: true, afterMs: LATER_MS },
  ];
  const promises = passes.map(({ isLast, afterMs }) => ({
    kind: KIND,
    payload: { ...of, isLast },
    dedupeKey: `${KIND}|${of.customerId}|${isLast ? 'last' : 'first'}`,
    availableAt: new Date(at.getTime() + afterMs),
  }));
  await enqueueAll(tx, promises);
}

/** The job handler, to be wired in lib/server. */
export function forgettingHandlers(): Record<string, JobHandler> {
  return { [KIND]: (facts) => forgetTraces(payload.parse(facts)) };
}

async function forgetTraces({ customerId, accessKeyIds, checkoutIds, isLast }: Forgetting): Promise<void> {
  const deleted = await db().customer.findFirst({ where: { id: customerId, deletedAt: { not: null } } });
  if (!deleted) return;
  // What a request that was under way has put into the account since.
  await inTransaction((tx) => emptyAccount(tx, customerId));
  const keys = await db().licenseKey.findMany({ where: { customerId }, select: { hint: true } });
  const keyHints = [...new Set(keys.map(({ hint }) => hint))];
  await forgetCallers({ customerId, keyHints, accessKeyIds });
  await forgetAgentsOf(customerId);
  await forgetPayer(customerId);
  if (!isLast) return;
  await inTransaction(async (tx) => {
    await forgetLastMail(tx, customerId);
    await forgetCheckouts(tx, checkoutIds, deleted.number);
  });
}

async function forgetLastMail(tx: Tx, customerId: string): Promise<void> {
  const dedupeKey = lastMailKey(customerId);
  const row = await tx.outboxEntry.findUnique({ where: { dedupeKey } });
  const mail = mailJob.safeParse(row?.payload);
  if (!row || !mail.success) return;
  await tx.mailRefusal.deleteMany({ where: { address: mail.data.to, mailId: row.id } });
  await tx.outboxEntry.delete({ where: { dedupeKey } });
}
