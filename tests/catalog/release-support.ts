import { addArtifact } from '@/lib/catalog/add-artifact';
import { createRelease } from '@/lib/catalog/create-release';
import type { ReleaseText } from '@/lib/catalog/release-text';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { aProduct } from '../support/factories';

export const byAdmin = { kind: 'admin' as const, via: 'session:test' };

/** What an admin writes, with as little as possible. */
export function aText(facts: Partial<ReleaseText> = {}): ReleaseText {
  const texts = { version: '1.0.0', changelogMd: '- First', upgradeNotice: '' };
  const requirements = { requiresVersion: '', testedVersion: '', requiresPhp: '' };
  return { ...texts, ...requirements, channel: 'stable', releasedAt: now(), ...facts };
}

/** A file whose content has been measured. */
export function aFile(name = 'acme.zip', sha = 'a') {
  const stored = { source: 'local' as const, location: `${sha}${sha}/${sha.repeat(64)}`, sizeBytes: 3 };
  return { fileName: name, platform: '', stored: { ...stored, sha256: sha.repeat(64) } };
}

/** A draft of a product, a new one unless named. */
export async function aDraft(facts: Partial<ReleaseText> & { productId?: string } = {}) {
  const { productId = (await aProduct()).id, ...text } = facts;
  const made = await createRelease({ productId, text: aText(text), actor: byAdmin });
  if (!made.ok) throw new Error(made.reason);
  return { productId, releaseId: made.release.id };
}

/** The same with one file. */
export async function aFiledDraft(facts: Partial<ReleaseText> & { productId?: string } = {}) {
  const draft = await aDraft(facts);
  const added = await inTransaction((tx) => addArtifact(tx, { releaseId: draft.releaseId, ...aFile() }, byAdmin));
  if (!added.ok) throw new Error(added.reason);
  return { ...draft, artifactId: added.artifactId };
}

/** What the audit holds about a release, oldest first. */
export function auditOf(releaseId: string) {
  return db().auditEntry.findMany({
    where: { objectKind: 'release', objectId: releaseId },
    orderBy: { id: 'asc' },
    select: { action: true, before: true, after: true },
  });
}

export function releaseRow(releaseId: string) {
  return db().release.findUniqueOrThrow({ where: { id: releaseId }, include: { artifacts: true } });
}
