import type { Exchange } from '../exchange';
import { hasOwnText } from './texts';

export type ReadKeyResult = { ok: true; key: string } | { ok: false; reason: 'key_in_url' | 'two_keys' };

// However a client may have spelt it: as a parameter of other protocols, of OAuth, or in our own words.
const KEY_NAMES = /^(?:api|licen[cs]e|product|order|master|access|bearer|auth)*(?:key|token)$|^authorization$/;

/**
 * The licence key of a call, trimmed; empty when none was sent. It travels in `Authorization: Bearer` or as `key` in the
 * body, once. In a URL it is refused, right or wrong, because URLs are logged on the way.
 */
export function readKey(exchange: Exchange, body: Record<string, unknown>): ReadKeyResult {
  for (const name of new URLSearchParams(exchange.query).keys()) {
    if (KEY_NAMES.test(name.toLowerCase().replace(/[^a-z]/g, ''))) return { ok: false, reason: 'key_in_url' };
  }
  const inHeader = bearer(asSent(exchange.header('authorization')));
  const inBody = hasOwnText(body, 'key') ? body.key.trim() : '';
  if (inHeader !== '' && inBody !== '') return { ok: false, reason: 'two_keys' };
  return { ok: true, key: inHeader === '' ? inBody : inHeader };
}

// A key that was imported may hold spaces, so it is everything behind the scheme (RFC 6750 knows no such keys).
function bearer(header: string): string {
  return /^bearer(?: +|$)(.*)$/i.exec(header.trim())?.[1]?.trim() ?? '';
}

// Node reads the bytes of a header as Latin-1, clients write them as UTF-8; an imported key may hold any character.
function asSent(header: string): string {
  if (!/[\x80-\xff]/.test(header)) return header;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}
