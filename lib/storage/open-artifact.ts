import type { Readable } from 'node:stream';
import { unreachable } from '../errors';
import { fileStore } from './open-store';
import type { StorageSettings } from './storage-settings';
import type { FilePart } from './stored-file';

export type OpenArtifactResult =
  /** `read` starts the stream; call it once, or not at all. What fails later fails the stream. */
  | { ok: true; kind: 'stream'; sizeBytes: number; read: (part?: FilePart) => Readable }
  /** Of the vendor's own address: permits this one file for a few minutes. */
  | { ok: true; kind: 'redirect'; url: string }
  /** The web server before the store sends the file: `path` goes into X-Accel-Redirect. */
  | { ok: true; kind: 'internal_redirect'; path: string; sizeBytes: number }
  /** `detail` is for the log, not for customers. */
  | { ok: false; reason: 'file_missing' | 'source_not_set_up' | 'storage_unreachable'; detail: string };

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
export async function openArtifact(
  artifact: ArtifactFile,
  how: { settings: StorageSettings; as: 'redirect_or_stream' | 'stream' },
): Promise<OpenArtifactResult> {
  const { source, location } = artifact;
  switch (source) {
    case 'local':
    case 's3': {
      const store = fileStore(source, how.settings);
      if (!store) return { ok: false, reason: 'source_not_set_up', detail: `No ${source} storage is set.` };
      const found = await store.size(location);
      if (!found.ok) {
        const reason = found.reason === 'file_missing' ? 'file_missing' : 'storage_unreachable';
        return { ok: false, reason, detail: found.detail };
      }
      return { ok: true, kind: 'stream', sizeBytes: found.sizeBytes, read: (part) => store.read(location, part) };
    }
    case 'remote':
      return { ok: true, kind: 'redirect', url: location };
    default:
      return unreachable(source);
  }
}
