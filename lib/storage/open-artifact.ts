import type { Readable } from 'node:stream';
import { unreachable } from '../errors';
import { localFileSize, readLocalFile } from './local-folder';
import type { FilePart } from './stored-file';

export type OpenArtifactResult =
  /** `read` starts the stream; call it once, or not at all. */
  | { ok: true; kind: 'stream'; sizeBytes: number; read: (part?: FilePart) => Readable }
  | { ok: true; kind: 'redirect'; url: string }
  | { ok: false; reason: 'file_missing' | 'source_not_set_up' };

/** Finds the file of an artifact at its source. */
export async function openArtifact(artifact: {
  source: 'local' | 's3' | 'remote';
  location: string;
}): Promise<OpenArtifactResult> {
  const { source, location } = artifact;
  switch (source) {
    case 'local': {
      const sizeBytes = await localFileSize(location);
      if (sizeBytes === undefined) return { ok: false, reason: 'file_missing' };
      return { ok: true, kind: 'stream', sizeBytes, read: (part) => readLocalFile(location, part) };
    }
    case 'remote':
      return { ok: true, kind: 'redirect', url: location };
    case 's3':
      return { ok: false, reason: 'source_not_set_up' };
    default:
      return unreachable(source);
  }
}
