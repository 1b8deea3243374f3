import { now } from '../clock';
import { sendMail } from '../email/send-mail';
import { env } from '../env';
import { type MailJob, mailJob } from '../jobs/enqueue-mail';
import { GiveUp } from '../jobs/failure';
import type { Job, JobHandler } from '../jobs/job';
import { replacePayload } from '../jobs/replace-payload';
import { composeMail } from './compose-mail';
import type { MailReaders } from './mail-readers';
import { mailFrom } from './mail-sender';
import { forgetRefusal, noteRefusal } from './note-refusal';

// A store that gets its mail server after months must not mail everybody about orders of long ago.
const TOO_OLD_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * The job handler of mails, to be wired in lib/server. Without a mail server there is none: mails then wait in the
 * outbox, where an admin reads them, and those still young are sent once a server is set.
 */
export function mailHandlers(readers: MailReaders): Record<string, JobHandler> {
  const server = env().smtp;
  if (!server) return {};
  const deliver: JobHandler = async (payload, job) => {
    const parsed = mailJob.safeParse(payload);
    if (!parsed.success) throw new GiveUp('This version of the store does not know this kind of mail.');
    const mail = parsed.data;
    refuseStale(mail, job);
    const composed = await composeMail(mail, readers, 'recipient');
    if (!composed.ok) throw new GiveUp('What this mail is about no longer exists.');
    if (!composed.isCurrent) throw new GiveUp('What this mail tells was no longer so, and it was not sent.');
    const { unsubscribeUrl } = composed;
    const outgoing = { ...composed.mail, to: mail.to, id: job.id };
    const sent = await sendMail(
      server,
      { ...outgoing, ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }) },
      mailFrom(await readers.readSender()),
    );
    if (!sent.ok) {
      if (sent.reason === 'try_later') throw new Error(sent.detail);
      await noteRefusal({ id: job.id, to: mail.to, template: mail.template }, sent.detail);
      throw new GiveUp(`The receiver refused it for good: ${sent.detail}`);
    }
    await forgetRefusal({ id: job.id, to: mail.to });
    const kept = withoutToken(mail);
    if (kept) await replacePayload(job.id, kept);
  };
  return { mail: deliver };
}

function refuseStale(mail: MailJob, job: Job): void {
  const at = now();
  if ('tokenId' in mail.facts && new Date(mail.facts.expiresAt) <= at) {
    throw new GiveUp('The link in this mail had run out before it could be sent.');
  }
  if (job.attempt === 1 && at.getTime() - job.createdAt.getTime() > TOO_OLD_MS) {
    throw new GiveUp('This mail had waited more than three days for a mail server and was not sent.');
  }
}

/** What is kept of a mail that carried a one-use link; nothing changes for the others. */
function withoutToken(mail: MailJob) {
  switch (mail.template) {
    case 'reset_password':
    case 'verify_email':
    case 'sign_in':
    case 'change_email': {
      const { sealedToken: _delivered, ...facts } = mail.facts;
      return { ...mail, facts };
    }
    default:
      return undefined;
  }
}
