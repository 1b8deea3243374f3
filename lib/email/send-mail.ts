import { createTransport } from 'nodemailer';
import type { RenderedMail } from './mail-content';

export type SmtpServer = { url: string; from: string };

/** Who a mail is from, beside the address it comes from. */
export type MailFrom = {
  /** Stands before the address, whatever name the server's `from` has. */
  name?: string | undefined;
  /** Stands there when neither has one. */
  fallbackName?: string | undefined;
  /** Where an answer goes. */
  replyTo?: string | undefined;
};

/** `id` makes the Message-ID, so that a mail sent twice after a crash can be told to be one. */
export type OutgoingMail = RenderedMail & {
  to: string;
  id: string;
  /** Where one POST ends such mails (RFC 8058). */
  unsubscribeUrl?: string;
};

export type SendMailResult =
  | { ok: true }
  /** `rejected`: the server refuses this mail for good. `try_later`: anything that may pass. */
  | { ok: false; reason: 'rejected' | 'try_later'; detail: string };

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Hands one mail to the SMTP server and waits for its word. Never throws for what the server or the network says. */
export async function sendMail(server: SmtpServer, mail: OutgoingMail, by: MailFrom = {}): Promise<SendMailResult> {
  const transport = createTransport({
    url: server.url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: fromOf(server.from, by),
      ...(by.replyTo === undefined ? {} : { replyTo: { name: '', address: by.replyTo } }),
      // As an object, so that a comma in an address never becomes a second recipient.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${domainOf(server.from)}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(mail.unsubscribeUrl === undefined ? {} : listHeaders(mail.unsubscribeUrl)),
      },
    });
    return { ok: true };
  } catch (error) {
    return refusalOf(error);
  } finally {
    transport.close();
  }
}

/** The sender as mail programs show it: “Example Store <orders@example.com>”. */
export function shownFrom(from: string, by: MailFrom): string {
  const shown = fromOf(from, by);
  if (typeof shown === 'string') return shown;
  return shown.name === '' ? shown.address : `${shown.name} <${shown.address}>`;
}

function fromOf(from: string, { name, fallbackName }: MailFrom): string | { name: string; address: string } {
  const [, written = '', address] = /^(.*?)<?([^\s<>]+@[^\s<>]+)>?$/.exec(from.trim()) ?? [];
  // What cannot be read, and a name nobody replaces, is left to nodemailer as it stands.
  if (address === undefined || (name === undefined && written.trim() !== '')) return from;
  return { name: name ?? fallbackName ?? '', address };
}

function listHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function refusalOf(error: unknown): SendMailResult {
  const detail = error instanceof Error ? error.message : String(error);
  // nodemailer adds these two to its errors; anything else leaves them undefined.
  const { responseCode, command } = (error ?? {}) as { responseCode?: number; command?: string };
  // A 5xx about the recipient or the message is about this mail. A 5xx about signing in or the sender is about our own
  // settings: every mail would fail alike, and all of them can be sent once the settings are mended.
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const isForGood = responseCode !== undefined && responseCode >= 500 && isAboutThisMail;
  return { ok: false, reason: isForGood ? 'rejected' : 'try_later', detail };
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';
}
