import type { Readable } from 'node:stream';
import type { Exchange } from '../../exchange';

/** A request of the management API. Its body waits unread until the guard has admitted the caller. */
export type ManageExchange = Omit<Exchange, 'body'> & {
  /** Whether nobody between the caller and this machine could read along. */
  isPrivate: boolean;
  /** The body as text; undefined when it is larger than `atMost` bytes. Asked for at most once. */
  readBody: (atMost: number) => Promise<string | undefined>;
  /** The body as it comes, for an operation that takes a file. */
  stream: () => Readable;
};
