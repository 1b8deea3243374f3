import { env } from '../env';
import { MAIL_KIND, type MailJob, mailJob } from '../jobs/enqueue-mail';
import { type ListedJob, listJobs } from '../jobs/list-jobs';

/** `kept`: no mail server is set, so the mail waits here and is read here. */
export type MailState = 'waiting' | 'kept' | 'sent' | 'failed';

export type ListedMail = {
  id: string;
  to: string;
  template: MailJob['template'];
  /** What kind of mail it is, for people. */
  title: string;
  state: MailState;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** Why the last attempt failed, in the mail server's words. */
  lastError: string | null;
};

const TITLES: Record<MailJob['template'], string> = {
  order: 'Order and its keys',
  awaiting_payment: 'Order waiting for its payment',
  payment_failed: 'Payment failed',
  reset_password: 'Choose a new password',
  verify_email: 'Confirm e-mail address',
  sign_in: 'Link to sign in',
  master_key_replaced: 'Master API Key was replaced',
  password_changed: 'Password was changed',
  second_factor_changed: 'Second factor was changed',
};

/** The store's mails, newest first, a page at a time. Neither keys nor links are in the list. */
export async function listMails(page: { cursor?: string }): Promise<{ mails: ListedMail[]; nextCursor?: string }> {
  const { jobs, nextCursor } = await listJobs({ ...page, kind: MAIL_KIND });
  const mails = jobs.flatMap((job) => {
    // A mail of another version of the store must not hide all the others.
    const mail = mailJob.safeParse(job.payload);
    return mail.success ? [listedMail(job, mail.data)] : [];
  });
  return nextCursor === undefined ? { mails } : { mails, nextCursor };
}

/** One mail as the list shows it. */
export function listedMail(job: ListedJob, mail: MailJob): ListedMail {
  return {
    id: job.id,
    to: mail.to,
    template: mail.template,
    title: TITLES[mail.template],
    state: stateOf(job),
    attempts: job.attempts,
    createdAt: job.createdAt,
    sentAt: job.state === 'done' ? job.endedAt : null,
    lastError: job.lastError,
  };
}

function stateOf(job: ListedJob): MailState {
  if (job.state === 'done') return 'sent';
  if (job.state === 'dead') return 'failed';
  return env().smtp ? 'waiting' : 'kept';
}
