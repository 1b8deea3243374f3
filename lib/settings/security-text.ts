import { now } from '../clock';
import { storeFacts } from './store-facts';

const HALF_A_YEAR_MS = 182 * 86_400_000;

/**
 * What `/.well-known/security.txt` says (RFC 9116): where a leaked key is reported, and the page about it. It is written
 * anew at each question, so it never runs out.
 */
export function securityText(at: Date = now()): string {
  const { publicUrl } = storeFacts();
  return [
    `Contact: ${publicUrl}/help/leaked-keys`,
    `Expires: ${new Date(at.getTime() + HALF_A_YEAR_MS).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
