import type { Readable } from 'node:stream';
import type { Caller } from '../../../access-keys/caller';
import type { Exchange } from '../../exchange';
import type { ManageRefusal } from './refusal';

/** How a request came: by TLS, without leaving this machine, or for everybody on the way to read. */
export type Transport = 'tls' | 'loopback' | 'clear';

/** A request of the management API. Its body waits unread until the guard has admitted the caller. */
export type ManageExchange = Omit<Exchange, 'body'> & {
  /** Forwarding headers count only from configured proxies. */
  transport: Transport;
  /** The body as text; undefined when it is larger than `atMost` bytes. Asked for at most once. */
  readBody: (atMost: number) => Promise<string | undefined>;
  /** The body as it comes, for an operation that takes a file. */
  stream: () => Readable;
};

/** What the guard says of a call. Its headers (RateLimit, Cache-Control, WWW-Authenticate) go onto the answer. */
export type Admission =
  | { ok: true; caller: Caller; headers: Record<string, string> }
  | { ok: false; refusal: ManageRefusal; headers: Record<string, string>; caller?: Caller };
