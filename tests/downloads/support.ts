import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { publishRelease } from '@/lib/catalog/publish-release';
import { inTransaction } from '@/lib/db/client';
import { keepContent } from '../support/keep-content';

/** A data folder that lives as long as the test file. */
export function aDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-downloads-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A published version with one local file. */
export async function aDownload(
  productId: string,
  facts: { version?: string; releasedAt?: Date; fileName?: string; content?: string } = {},
) {
  const { version = '1.0.0', fileName = `acme-${version}.zip`, content = `content of ${version}` } = facts;
  const stored = await keepContent(content);
  const made = await inTransaction((tx) =>
    publishRelease(tx, {
      productId,
      version,
      artifacts: [{ fileName, ...stored }],
      ...(facts.releasedAt ? { releasedAt: facts.releasedAt } : {}),
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return { releaseId: made.release.id, content, sha256: createHash('sha256').update(content).digest('hex') };
}
