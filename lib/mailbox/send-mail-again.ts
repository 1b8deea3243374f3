import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { MAIL_KIND } from '../jobs/enqueue-mail';
import { findJob, retryJob } from '../jobs/find-job';

export type SendMailAgainResult = { ok: true } | { ok: false; reason: 'mail_not_found' | 'mail_not_failed' };

/** Puts a mail that could not be delivered back in the queue with all its attempts, and records who did it. */
export async function sendMailAgain(id: string, actor: Actor): Promise<SendMailAgainResult> {
  const job = await findJob({ id, kind: MAIL_KIND });
  if (!job) return { ok: false, reason: 'mail_not_found' };
  const at = now();
  return inTransaction(async (tx) => {
    const retried = await retryJob(tx, job.id, at);
    if (!retried.ok) return { ok: false, reason: 'mail_not_failed' };
    await recordAudit(tx, { actor, action: 'mail.send_again', objectKind: 'mail', objectId: job.id, at });
    return { ok: true };
  });
}
