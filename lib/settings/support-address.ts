import { z } from 'zod';
import { LONGEST_LINES } from './setting-choices';

/** Where buyers get help, ready for a page or a mail. */
export type SupportLink = { href: string; label: string };

const mailAddress = z.email();

/**
 * What an owner typed as the place where buyers get help: an e-mail address, or a page on https. Empty stays empty;
 * undefined is neither of them.
 */
export function readSupportAddress(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return '';
  if (typed.length > LONGEST_LINES.supportAddress) return undefined;
  if (mailAddress.safeParse(typed).success) return typed;
  return isPage(typed) ? new URL(typed).href : undefined;
}

/** The same as a link with what it says; undefined where none is set. */
export function supportLink(address: string): SupportLink | undefined {
  if (address === '') return undefined;
  if (isMailAddress(address)) return { href: `mailto:${address}`, label: address };
  return { href: address, label: address.replace(/^https:\/\//, '').replace(/\/$/, '') };
}

/** Whether it is one that mails can be answered to. */
export function isMailAddress(address: string): boolean {
  return mailAddress.safeParse(address).success;
}

// A name or password before the host would be shown to everybody.
function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
