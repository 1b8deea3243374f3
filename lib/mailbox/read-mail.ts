import type { RenderedMail } from '../email/mail-content';
import { env, isLoopbackUrl } from '../env';
import { MAIL_KIND, mailJob } from '../jobs/enqueue-mail';
import { findJob } from '../jobs/find-job';
import { composeMail } from './compose-mail';
import { type ListedMail, listedMail } from './list-mails';
import type { MailReaders } from './mail-readers';
import { storeMailReaders } from './store-mail-readers';

export type ReadMailResult =
  | { ok: true; mail: ListedMail & RenderedMail & { hasHiddenLink: boolean } }
  | { ok: false; reason: 'mail_not_found' | 'order_not_found' };

/**
 * One mail for an admin, written anew from its facts. Keys are masked. A one-use link is hidden too, because whoever
 * opens it takes over the account; only a demo store on this very machine shows it, where nobody could get it otherwise,
 * and not to a key (`withoutLinks`).
 */
export async function readMail(
  id: string,
  readers: MailReaders = storeMailReaders,
  { withoutLinks = false }: { withoutLinks?: boolean } = {},
): Promise<ReadMailResult> {
  const job = await findJob({ id, kind: MAIL_KIND });
  const parsed = mailJob.safeParse(job?.payload);
  if (!job || !parsed.success) return { ok: false, reason: 'mail_not_found' };
  const content = parsed.data;
  const mayOpenLinks = !withoutLinks && mayAdminOpenLinks();
  const composed = await composeMail(content, readers, mayOpenLinks ? 'admin' : 'admin_without_links');
  if (!composed.ok) return composed;
  const hasHiddenLink = content.template === 'sign_in' || (!mayOpenLinks && 'tokenId' in content.facts);
  return { ok: true, mail: { ...listedMail(job, content), ...composed.mail, hasHiddenLink } };
}

function mayAdminOpenLinks(): boolean {
  const { payments, smtp, publicUrl } = env();
  return payments.mode === 'demo' && smtp === undefined && isLoopbackUrl(publicUrl);
}
