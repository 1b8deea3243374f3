import type { Exchange } from '../exchange';
import { multipartPairs } from './multipart-pairs';

/** The parameters of a call under their wire names, cleaned, empty ones left out. */
export type Parameters = Map<string, string>;

/**
 * Reads query and body. One rule for doubles: the body wins over the query, the later over the earlier, as in the original.
 * A name in array form (`a[]`, `a[b]`) or a value that is not a text, number or boolean counts as not sent.
 */
export function readParameters(exchange: Exchange): Parameters {
  const parameters: Parameters = new Map();
  for (const [name, value] of new URLSearchParams(unescapeAmpersands(exchange.query))) put(parameters, name, value);
  if (exchange.method === 'POST' && exchange.body !== '') {
    for (const [name, value] of bodyPairs(exchange)) put(parameters, name, value);
  }
  return parameters;
}

function put(parameters: Parameters, name: string, value: string): void {
  if (name.includes('[')) return;
  const clean = cleanText(value);
  // PHP's empty(): "" and "0" are both "not sent" (wc-am.md 1.1).
  if (clean === '' || clean === '0') parameters.delete(name);
  else parameters.set(name, clean);
}

// Some clients build the URL with HTML escaping, so "&amp;" arrives where "&" was meant.
function unescapeAmpersands(query: string): string {
  return query.includes('&amp;') ? query.replaceAll('&amp;', '&') : query;
}

function bodyPairs(exchange: Exchange): Iterable<[string, string]> {
  const type = exchange.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return jsonPairs(exchange.body);
  if (type === 'multipart/form-data') return multipartPairs(exchange.contentType, exchange.body);
  // Without a declared type PHP reads nothing, and neither do we; other types are not forms.
  return type === 'application/x-www-form-urlencoded' ? new URLSearchParams(exchange.body) : [];
}

function jsonPairs(body: string): [string, string][] {
  let parsed: unknown;
  try {
    // Encoders on Windows put a byte order mark first, which JSON.parse refuses.
    parsed = JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
  } catch {
    return [];
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return [];
  return Object.entries(parsed).flatMap(([name, value]): [string, string][] =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
  );
}

// Anything in a value that cleaning could change; most values have none of it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what cleaning removes.
const UNCLEAN = /[<%\s\u0000-\u001f\u007f\ufffd\ud800-\udfff]/;

/**
 * The original's sanitiser (wc-am.md 1.1): tags and percent-octets removed, white space collapsed and trimmed. A text that was
 * not valid UTF-8 becomes empty, so a NUL or a broken sequence never reaches the database.
 */
export function cleanText(value: string): string {
  if (!UNCLEAN.test(value)) return value;
  if (value.includes('\ufffd') || !value.isWellFormed()) return '';
  const clean = withoutOctets(value.replace(/<[^<>]{0,4096}>/g, ''));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must go.
  return clean.replace(/[\u0000-\u0020\u007f]+/g, ' ').trim();
}

// Removing one octet can join two halves into another. Looking back from each character finds those too, in one pass: a
// text made for it would keep a loop over the whole text busy for half a second.
function withoutOctets(text: string): string {
  if (!text.includes('%')) return text;
  const kept: string[] = [];
  for (const character of text) {
    kept.push(character);
    const [percent, high, low] = kept.slice(-3);
    if (percent === '%' && isHex(high) && isHex(low)) kept.length -= 3;
  }
  return kept.join('');
}

function isHex(character: string | undefined): boolean {
  return character !== undefined && /^[\da-f]$/i.test(character);
}
