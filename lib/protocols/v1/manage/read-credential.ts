import { isAccessKeyId, readDeveloperKey } from '../../../secrets/developer-key';
import type { Exchange } from '../../exchange';

/** Where a credential may stand; never the body. */
type Credentials = Pick<Exchange, 'query' | 'header'>;

/** The credential of a call: the text that opens something, and for a pair the id it must belong to. */
export type Credential = {
  /** Standard or secret key, token, or the secret of a pair. */
  value: string;
  accessKeyId: string | undefined;
  isInUrl: boolean;
  /** By prefix, length and checksum alone: what is false here opens nothing, and no database need be asked. */
  isWellFormed: boolean;
};

export type ReadCredentialResult =
  | { ok: true; credential: Credential }
  | { ok: false; reason: 'key_missing' | 'two_credentials' };

/**
 * The one credential of a request: `Authorization: Bearer`, `X-API-Key`, `Authorization: Basic` or `X-Access-Key` with
 * `X-Access-Secret` for a pair, or `?api_key=`. Two in one request are refused, right or wrong (RFC 6750 section 2).
 */
export function readCredential(exchange: Credentials): ReadCredentialResult {
  const found: Credential[] = [];
  addFromAuthorization(found, exchange);
  addFromHeaders(found, exchange);
  addFromUrl(found, exchange.query);
  const [credential] = found;
  if (!credential) return { ok: false, reason: 'key_missing' };
  return found.length > 1 ? { ok: false, reason: 'two_credentials' } : { ok: true, credential };
}

function addFromAuthorization(found: Credential[], { header }: Credentials): void {
  const parts = /^(bearer|basic)(?: +(.*))?$/i.exec(header('authorization').trim());
  if (!parts) return;
  const sent = parts[2] ?? '';
  if (parts[1]?.toLowerCase() === 'bearer') {
    if (sent !== '') found.push(single(sent.trim(), false));
    return;
  }
  const [id = '', ...secret] = Buffer.from(sent, 'base64').toString('utf8').split(':');
  found.push(pair(id, secret.join(':')));
}

function addFromHeaders(found: Credential[], { header }: Credentials): void {
  const key = header('x-api-key').trim();
  if (key !== '') found.push(single(key, false));
  const id = header('x-access-key').trim();
  const secret = header('x-access-secret').trim();
  if (id !== '' || secret !== '') found.push(pair(id, secret));
}

function addFromUrl(found: Credential[], query: string): void {
  // Most requests have no query at all, and hardly any has a key in it.
  if (!query.includes('api')) return;
  for (const key of new URLSearchParams(query).getAll('api_key')) found.push(single(key.trim(), true));
}

function single(value: string, isInUrl: boolean): Credential {
  const kind = readDeveloperKey(value);
  // Half a pair opens nothing.
  return { value, accessKeyId: undefined, isInUrl, isWellFormed: kind !== undefined && kind !== 'pair_secret' };
}

function pair(accessKeyId: string, value: string): Credential {
  const isWellFormed = isAccessKeyId(accessKeyId) && readDeveloperKey(value) === 'pair_secret';
  return { value, accessKeyId, isInUrl: false, isWellFormed };
}
