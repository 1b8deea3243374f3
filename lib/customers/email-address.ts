/** One e-mail address in the only form the store keeps and compares, or why the text is not one. */
export type ReadEmailAddress =
  | { ok: true; address: string }
  | { ok: false; reason: 'email_missing' | 'email_not_ascii' | 'email_malformed' };

// RFC 5321 4.5.3.1: a path holds 256 characters with its brackets.
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;
const MAX_LABEL = 63;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Reads one e-mail address: trimmed and lower-cased, plus tags kept (they are part of the mailbox's name). Quoted local
 * parts, lists, address literals, a trailing dot and everything outside ASCII are refused, because each of them lets two
 * texts that look alike, or one text that is read in two ways, become two accounts or a mail to somebody else
 * (security.md J160). An international domain is written in its `xn--` form.
 */
export function readEmailAddress(text: string): ReadEmailAddress {
  const address = text.trim().toLowerCase();
  if (address === '') return { ok: false, reason: 'email_missing' };
  if (address.length > MAX_ADDRESS) return { ok: false, reason: 'email_malformed' };
  // The text as typed: lower-casing turns a few letters outside ASCII (the Kelvin sign) into ASCII ones.
  if (!isPrintableAscii(text.trim())) return { ok: false, reason: 'email_not_ascii' };
  const [local, domain, ...rest] = address.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return { ok: false, reason: 'email_malformed' };
  if (local.length > MAX_LOCAL_PART || !LOCAL_PART.test(local) || !isDomain(domain)) {
    return { ok: false, reason: 'email_malformed' };
  }
  return { ok: true, address };
}

function isPrintableAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length >= 2 && labels.every((label) => label.length <= MAX_LABEL && LABEL.test(label)) && !/^\d+$/.test(top)
  );
}
