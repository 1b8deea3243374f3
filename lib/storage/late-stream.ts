import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * A stream whose source is asked for over the network once it is wanted. It reads only as fast as it is read; closing it ends
 * the request, and what the source refuses fails the stream.
 */
export function lateStream(open: (signal: AbortSignal) => Promise<Readable>): Readable {
  const stop = new AbortController();
  const through = new PassThrough();
  through.once('close', () => stop.abort());
  open(stop.signal)
    .then((source) => pipeline(source, through))
    .catch((error: unknown) => through.destroy(error instanceof Error ? error : new Error(String(error))));
  return through;
}
