import { db } from '../db/client';
import { MAIL_KIND, mailJob } from '../jobs/enqueue-mail';
import { findJob } from '../jobs/find-job';
import { type ListedMail, listedMail } from './list-mails';

/** The newest mails to one address, for a page about its owner; as in the list, neither keys nor links are in them. */
export async function listMailsTo(email: string, most: number): Promise<ListedMail[]> {
  const ids = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM outbox_entry WHERE kind = 'mail' AND payload ->> 'to' = ${email} ORDER BY created_at DESC LIMIT ${most}`;
  const jobs = await Promise.all(ids.map(({ id }) => findJob({ id, kind: MAIL_KIND })));
  return jobs.flatMap((job) => {
    const mail = mailJob.safeParse(job?.payload);
    return job && mail.success ? [listedMail(job, mail.data)] : [];
  });
}
