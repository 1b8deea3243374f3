import { Readable } from 'node:stream';
import { checkContent } from './checked-content';
import { fetchRemote, network, type RemoteEdge } from './fetch-remote';
import { lateStream } from './late-stream';
import type { FilePart } from './stored-file';

type RemoteFile = { url: string; sizeBytes: number; sha256: string };

/**
 * The content of a file outside, through the store. A whole file that is not the one that was measured fails before its end,
 * so a reader never mistakes it for the release.
 */
export function readRemoteFile(file: RemoteFile, part?: FilePart, edge: RemoteEdge = network): Readable {
  return lateStream(async (signal) => {
    const range = part && `bytes=${part.first}-${part.last}`;
    const fetched = await fetchRemote(file.url, { edge, signal, range });
    if (!fetched.ok) throw new Error(`${fetched.reason}: ${fetched.detail}`);
    return part ? fetched.response : Readable.from(checkContent(fetched.response, file), { objectMode: false });
  });
}
