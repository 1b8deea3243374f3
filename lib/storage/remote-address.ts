import { createHash } from 'node:crypto';
import { fetchRemote, network, type RemoteEdge, type RemoteFailed, unreachable } from './fetch-remote';
import { checkTarget, type RefusedAddress } from './public-address';

/** As large as a file kept by the store may be. */
const MOST_BYTES = 10 * 1024 ** 3;
const MOST_MS = 30 * 60_000;

export type MeasuredRemoteFile = { ok: true; sizeBytes: number; sha256: string } | RemoteFailed;

/** Whether the store may send people to an address or fetch from it: https, and a name that leads to no inner network. */
export async function checkRemoteAddress(
  url: string,
  edge: RemoteEdge = network,
): Promise<{ ok: true } | RefusedAddress> {
  const target = await checkTarget(url, edge.resolve);
  return target.ok ? { ok: true } : target;
}

/**
 * Fetches a file from outside once, keeping nothing, and answers what it is. At most 10 GiB and 30 minutes; `onProgress` is
 * told the bytes so far.
 */
export async function measureRemoteFile(
  url: string,
  how: { edge?: RemoteEdge; mostBytes?: number; mostMs?: number; onProgress?: (bytes: number) => void } = {},
): Promise<MeasuredRemoteFile> {
  const { edge = network, mostBytes = MOST_BYTES, mostMs = MOST_MS, onProgress } = how;
  const signal = AbortSignal.timeout(mostMs);
  const fetched = await fetchRemote(url, { edge, signal });
  if (!fetched.ok) return fetched;
  const { response } = fetched;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const tooLarge: RemoteFailed = { ok: false, reason: 'too_large', detail: `More than ${mostBytes} bytes.` };
  try {
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) return tooLarge;
    for await (const chunk of response) {
      sizeBytes += chunk.length;
      if (sizeBytes > mostBytes) return tooLarge;
      hash.update(chunk);
      onProgress?.(sizeBytes);
    }
    return { ok: true, sizeBytes, sha256: hash.digest('hex') };
  } catch (error) {
    return unreachable(error, signal);
  } finally {
    response.destroy();
  }
}
