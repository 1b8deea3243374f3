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
  const found = [...fromAuthorization(exchange), ...fromHeaders(exchange), ...fromUrl(exchange.query)];
  const [credential] = found;
  if (!credential) return { ok: false, reason: 'key_missing' };
  return found.length > 1 ? { ok: false, reason: 'two_credentials' } : { ok: true, credential };
}

function fromAuthorization({ header }: Credentials): Credential[] {
  const [, scheme = '', sent = ''] = /^(bearer|basic)(?: +(.*))?$/i.exec(header('authorization').trim()) ?? [];
  if (scheme === '') return [];
  if (scheme.toLowerCase() === 'bearer') return sent === '' ? [] : [single(sent.trim(), false)];
  const [id = '', ...secret] = Buffer.from(sent, 'base64').toString('utf8').split(':');
  return [pair(id, secret.join(':'))];
}

function fromHeaders({ header }: Credentials): Credential[] {
  const found: Credential[] = [];
  const key = header('x-api-key').trim();
  if (key !== '') found.push(single(key, false));
  const id = header('x-access-key').trim();
  const secret = header('x-access-secret').trim();
  if (id !== '' || secret !== '') found.push(pair(id, secret));
  return found;
}

function fromUrl(query: string): Credential[] {
  // Most requests have no query at all, and hardly any has a key in it.
  if (!query.includes('api')) return [];
  return new URLSearchParams(query).getAll('api_key').map((key) => single(key.trim(), true));
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
