import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { type BackupManifest, MANIFEST_ENTRY, manifestSchema } from './backup-manifest';

/** The archive is not whole or not what it says; ends whatever is being made of it. */
export class Damaged extends Error {}

type Entries = ReturnType<ReturnType<typeof extract>[typeof Symbol.asyncIterator]>;
type Entry = Entries extends AsyncIterator<infer One> ? One : never;

/** An archive that is read once, from front to back. */
export type OpenArchive = {
  /** The content of the next entry, which must have this name; throws `Damaged` when it has another or there is none. */
  next: (name: string) => Promise<AsyncIterable<Uint8Array>>;
  /** The first entry of a backup; undefined when this is none. Read it before anything else. */
  manifest: () => Promise<BackupManifest | undefined>;
  close: () => void;
};

/** Opens the archive of a backup. An aborted `signal` fails whoever waits for its next bytes. */
export function openArchive(file: string, signal?: AbortSignal): OpenArchive {
  const archive = extract();
  // A file that cannot be read on fails the archive, and so whoever waits for its next entry.
  pipeline(createReadStream(file), archive, { ...(signal ? { signal } : {}) }).catch(() => {});
  const entries = archive[Symbol.asyncIterator]();
  const next = async (name: string) => {
    const entry = await nextOf(entries);
    if (entry?.header.name !== name) throw new Damaged(`${name} is missing`);
    return bytesOf(entry);
  };
  return { next, manifest: () => readManifest(next), close: () => void archive.destroy() };
}

/** What fails while an entry is read is the archive's fault; what the database says is told as it is. */
export async function intact<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error));
  }
}

async function* bytesOf(entry: Entry): AsyncIterable<Uint8Array> {
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) throw new Damaged('an entry has no bytes');
    yield chunk;
  }
}

async function nextOf(entries: Entries): Promise<Entry | undefined> {
  try {
    const { done, value } = await entries.next();
    return done ? undefined : value;
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error));
  }
}

async function readManifest(next: OpenArchive['next']): Promise<BackupManifest | undefined> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await next(MANIFEST_ENTRY)) chunks.push(Buffer.from(chunk));
    return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return undefined;
  }
}
