import { randomUUID } from 'node:crypto';
import { now } from '../clock';
import { renderMail } from '../email/render-mail';
import { sendMail, shownFrom } from '../email/send-mail';
import { testMail } from '../email/test-mail';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { waitAtMost } from '../wait-at-most';
import { mailFrom, mailSender, type SenderSettings } from './mail-sender';

export type SendTestMailResult =
  /** The server took the mail for this address. */
  | { ok: true; to: string }
  /** Nothing is sent: mails are kept in the store. */
  | { ok: false; reason: 'no_mail_server' }
  /** `detail`: what the server or the network said, without the password. */
  | { ok: false; reason: 'mail_failed'; detail: string };

const LONGEST_MS = 30_000;

/** Sends one mail now, past the queue, and says what the mail server said. Over after 30 seconds at the latest. */
export async function sendTestMail(to: string, longestMs = LONGEST_MS): Promise<SendTestMailResult> {
  const { smtp, publicUrl } = env();
  if (!smtp) return { ok: false, reason: 'no_mail_server' };
  const settings = await readStoreSettings();
  const content = testMail({ at: now(), settingsUrl: `${publicUrl}/admin/settings#mail` });
  const mail = await renderMail(content, mailSender(settings));
  const sent = await waitAtMost(
    longestMs,
    sendMail(smtp, { ...mail, to, id: `test-${randomUUID()}` }, mailFrom(settings)),
  );
  if (!sent) return failed(`The mail server did not finish within ${longestMs / 1_000} seconds.`);
  return sent.ok ? { ok: true, to } : failed(withoutPassword(sent.detail, smtp.url));
}

/** Where mails go, without the password, and who they are from; undefined: they are kept in the store. */
export function mailServer(settings: SenderSettings): { host: string; from: string } | undefined {
  const { smtp } = env();
  return smtp && { host: new URL(smtp.url).host, from: shownFrom(smtp.from, mailFrom(settings)) };
}

function failed(detail: string): SendTestMailResult {
  return { ok: false, reason: 'mail_failed', detail };
}

// A server may quote what it was told.
function withoutPassword(detail: string, url: string): string {
  const written = new URL(url).password;
  const forms = [written, decodeURIComponent(written)].filter((form) => form !== '');
  return forms.reduce((text, form) => text.replaceAll(form, '•••'), detail);
}
