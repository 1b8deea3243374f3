import { now } from '../clock';
import { isMailName, MAIL_CATALOGUE, MAIL_NAMES, type MailName } from '../email/mail-catalogue';
import type { RenderedMail } from '../email/mail-content';
import { renderMail } from '../email/render-mail';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { mailSender } from './mail-sender';

/** A kind of mail as the gallery names it. */
export type MailKind = { name: MailName; title: string; purpose: string; isTransactional: boolean };

/** Every kind of mail there is. */
export function listMailKinds(): MailKind[] {
  return MAIL_NAMES.map(kindOf);
}

export type MailPreview = MailKind & { examples: { name: string }[]; shown: number; mail: RenderedMail };

/**
 * One of them with example facts, drawn by the writer of the true ones with the store's own name; undefined when there is
 * no such kind. `example` counts from 0; one that is not there is the first.
 */
export async function previewMail(
  name: string,
  wish: { example: number; scheme: 'light' | 'dark' },
): Promise<MailPreview | undefined> {
  if (!isMailName(name)) return undefined;
  const { publicUrl } = env();
  const written = MAIL_CATALOGUE[name].examples({ at: now(), storeUrl: publicUrl });
  const shown = written[wish.example] ? wish.example : 0;
  const example = written[shown];
  if (!example) return undefined;
  const kind = kindOf(name);
  const choice = { stopUrl: `${publicUrl}/unsubscribe/example`, choicesUrl: `${publicUrl}/account/notifications` };
  const content = kind.isTransactional ? example.content : { ...example.content, choice };
  const mail = await renderMail(content, mailSender(await readStoreSettings()), wish.scheme);
  return { ...kind, examples: written.map((one) => ({ name: one.name })), shown, mail };
}

function kindOf(name: MailName): MailKind {
  const { title, purpose, isTransactional } = MAIL_CATALOGUE[name];
  return { name, title, purpose, isTransactional };
}
