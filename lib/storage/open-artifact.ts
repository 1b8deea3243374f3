import { env } from '../env';
import { unreachable } from '../errors';
import { fileStore } from './open-store';
import { refusedAddress } from './public-address';
import { readRemoteFile } from './read-remote-file';
import type { StorageSettings } from './storage-settings';
import type { FilePart } from './stored-file';

export type OpenArtifactResult =
  /**
   * `read` gives the bytes only as fast as they are taken; what fails on the way throws there. A chunk is good until the
   * next one is asked for.
   */
  | { ok: true; kind: 'stream'; sizeBytes: number; read: (part?: FilePart) => AsyncIterable<Uint8Array> }
  /** Of the vendor's own address: permits this one file for a few minutes. */
  | { ok: true; kind: 'redirect'; url: string }
  /** The web server before the store sends the file: `path` goes into X-Accel-Redirect. */
  | { ok: true; kind: 'internal_redirect'; path: string; sizeBytes: number }
  /** `detail` is for the log, not for customers. */
  | { ok: false; reason: 'file_missing' | 'source_not_set_up' | 'storage_unreachable'; detail: string };

type HowToOpen = { settings: StorageSettings; as: 'redirect_or_stream' | 'stream' };

/** An artifact as its row has it. */
export type ArtifactFile = {
  source: 'local' | 's3' | 'remote';
  location: string;
  fileName: string;
  sizeBytes: number | bigint;
  sha256: string;
};

/**
 * Finds the file of an artifact at its source. `as: 'stream'` sends every source through the store, for a reader that
 * follows no redirect.
 */
export async function openArtifact(artifact: ArtifactFile, how: HowToOpen): Promise<OpenArtifactResult> {
  const { source } = artifact;
  switch (source) {
    case 'local':
    case 's3':
      return openKept(artifact, source, how);
    case 'remote':
      return openRemote(artifact, how.as);
    default:
      return unreachable(source);
  }
}

async function openKept(artifact: ArtifactFile, source: 'local' | 's3', how: HowToOpen): Promise<OpenArtifactResult> {
  const { settings, as } = how;
  const { location, fileName } = artifact;
  const store = await fileStore(source, settings);
  if (!store) return { ok: false, reason: 'source_not_set_up', detail: `No ${source} storage is set.` };
  const found = await store.size(location);
  if (!found.ok) {
    const reason = found.reason === 'file_missing' ? 'file_missing' : 'storage_unreachable';
    return { ok: false, reason, detail: found.detail };
  }
  const { sizeBytes } = found;
  if (as === 'redirect_or_stream') {
    const { accelPrefix } = env();
    if (source === 'local' && accelPrefix !== undefined) {
      return { ok: true, kind: 'internal_redirect', path: `${accelPrefix}${location}`, sizeBytes };
    }
    if (source === 's3' && settings.s3) {
      const { presignS3 } = await import('./presign-s3');
      return { ok: true, kind: 'redirect', url: await presignS3(settings.s3, { location, fileName }) };
    }
  }
  const whole = { first: 0, last: sizeBytes - 1 };
  const read = (part?: FilePart) => store.readInPlace?.(location, part ?? whole) ?? store.read(location, part);
  return { ok: true, kind: 'stream', sizeBytes, read };
}

/** The address was checked when it was entered; a click checks again what needs no look at the name. */
function openRemote(artifact: ArtifactFile, as: HowToOpen['as']): OpenArtifactResult {
  const { location: url, sha256 } = artifact;
  const sizeBytes = Number(artifact.sizeBytes);
  const refused = refusedAddress(url);
  if (refused) return { ok: false, reason: 'source_not_set_up', detail: refused.detail };
  if (as === 'redirect_or_stream') return { ok: true, kind: 'redirect', url };
  return { ok: true, kind: 'stream', sizeBytes, read: (part) => readRemoteFile({ url, sizeBytes, sha256 }, part) };
}
