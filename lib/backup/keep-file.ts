import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { localFiles } from './local-files';

type Kept = { ok: true } | { ok: false; detail: string };

/** Puts a release file of a backup into the local folder, or only compares it with its hash. */
export async function keepFile(
  content: AsyncIterable<Uint8Array>,
  file: { sizeBytes: number; sha256: string; keep: boolean },
): Promise<Kept> {
  if (!file.keep) return compareOnly(content, file);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-restore-'));
  try {
    const to = path.join(folder, 'file');
    await pipeline(content, createWriteStream(to, { mode: 0o600 }));
    const put = await localFiles().put({ path: to, sizeBytes: file.sizeBytes, sha256: file.sha256 });
    return put.ok ? { ok: true } : { ok: false, detail: put.detail };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareOnly(content: AsyncIterable<Uint8Array>, { sha256 }: { sha256: string }): Promise<Kept> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex') === sha256 ? { ok: true } : { ok: false, detail: 'the content differs from its hash' };
}
