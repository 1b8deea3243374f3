import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types';

export type LatchkeyClient = Client<paths>;

export type ClientOptions = {
  /** Where the store is: `https://store.example`. */
  store: string;
  /** A developer key for the management API, or a licence key for client calls. Kept in memory only. */
  key?: string;
  fetch?: (request: Request) => Promise<Response>;
};

/**
 * A typed client of `/api/v1`. Its paths, parameters and answers are those of the OpenAPI document:
 *
 *     const client = openClient({ store: 'https://store.example', key: process.env.LATCHKEY_KEY });
 *     const { data, error } = await client.GET('/whoami');
 */
export function openClient({ store, key, fetch }: ClientOptions): LatchkeyClient {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return createClient<paths>({ baseUrl: `${store}/api/v1`, headers, ...(fetch ? { fetch } : {}) });
}
