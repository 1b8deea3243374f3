import { createTransport, type SendMailOptions } from 'nodemailer';
import { guardWayOut, type Outcome } from '../guard-way-out';
import { waitAtMost } from '../wait-at-most';
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

const CONNECT_MS = 5_000;
/** Some servers keep strangers waiting for their greeting, to be rid of those who will not. */
const GREETING_MS = 10_000;
const SILENCE_MS = 15_000;
/** Well below a job's lease. */
const WHOLE_MS = 45_000;

/** Hands one mail to the SMTP server and waits for its word. Never throws for what the server or the network says. */
export async function sendMail(server: SmtpServer, mail: OutgoingMail, by: MailFrom = {}): Promise<SendMailResult> {
  try {
    const { host: address } = new URL(server.url);
    await guardWayOut({ name: 'smtp', address }, () => handOver(server, mail, by), isAway);
    return { ok: true };
  } catch (error) {
    return refusalOf(error);
  }
}

async function handOver(server: SmtpServer, mail: OutgoingMail, by: MailFrom): Promise<void> {
  const transport = createTransport({
    url: server.url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await waitAtMost(WHOLE_MS, transport.sendMail(messageOf(server, mail, by)));
    if (!sent) throw Object.assign(new Error(`Not done within ${WHOLE_MS / 1_000} seconds.`), { code: 'ETIMEDOUT' });
  } finally {
    transport.close();
  }
}

function messageOf(server: SmtpServer, mail: OutgoingMail, by: MailFrom): SendMailOptions {
  return {
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
  };
}

// What nodemailer calls trouble on the way to the server. Whatever the server says of us or of one mail is an answer, except
// that it will not talk now (421, or no greeting).
const TROUBLE = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']);

function isAway(outcome: Outcome<void>): boolean {
  if ('value' in outcome) return false;
  const { code, command, responseCode } = wordsOf(outcome.error);
  if (responseCode === 421 || command === 'CONN') return true;
  return responseCode === undefined && TROUBLE.has(code ?? '');
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
  const { responseCode, command } = wordsOf(error);
  // A 5xx about the recipient or the message is about this mail. A 5xx about signing in or the sender is about our own
  // settings: every mail would fail alike, and all of them can be sent once the settings are mended.
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const isForGood = responseCode !== undefined && responseCode >= 500 && isAboutThisMail;
  return { ok: false, reason: isForGood ? 'rejected' : 'try_later', detail };
}

/** nodemailer adds these to its errors; anything else leaves them undefined. */
function wordsOf(error: unknown): { code?: string; responseCode?: number; command?: string } {
  return (error ?? {}) as { code?: string; responseCode?: number; command?: string };
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';
}
