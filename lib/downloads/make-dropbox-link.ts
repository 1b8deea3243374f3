import { now } from '../clock';
import { db } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { boughtByOf } from './bought-by';
import { closedReason } from './closed-reason';
import { signDownloadLink } from './download-link';
import { entitledReleases } from './entitled-releases';

/** Dropbox begins to fetch at once and gives up after a quarter of an hour; a retry of its own still finds the link open. */
const LIFE_MS = 60 * 60_000;

export type MakeDropboxLinkResult =
  /** `path` follows the store's public address. */
  | { ok: true; path: string; fileName: string; sizeBytes: number; sha256: string; expiresAt: Date }
  | { ok: false; reason: 'not_entitled' };

/**
 * A link to hand to Dropbox: it opens this one file of this one customer, always as a stream of ours, for an hour. How
 * often it is fetched within that hour is not limited, because Dropbox asks for the head first, resumes and retries; every
 * fetch is recorded and checks the right anew. A stranger's file or right is "not entitled".
 */
export async function makeDropboxLink(
  which: { customerId: string; apiResourceId: string; artifactId: string },
  at: Date = now(),
): Promise<MakeDropboxLinkResult> {
  const { customerId, apiResourceId, artifactId } = which;
  const resource = await db().apiResource.findFirst({
    where: { id: apiResourceId, customerId },
    include: { customer: { select: { disabledAt: true } }, product: { select: { keepsReleases: true } } },
  });
  if (!resource || closedReason(resource, at)) return { ok: false, reason: 'not_entitled' };
  const covered = entitledReleases(resource, at);
  const artifact = await db().artifact.findFirst({
    where: { id: artifactId, release: { productId: resource.productId, ...covered } },
  });
  if (!artifact) return { ok: false, reason: 'not_entitled' };
  const { fileName, sha256, sizeBytes } = artifact;
  const expiresAt = new Date(at.getTime() + LIFE_MS);
  const boughtBy = boughtByOf(resource);
  const link = { purpose: 'dropbox' as const, customerId, artifactId, apiResourceId, boughtBy, expiresAt };
  const path = `/downloads/${signDownloadLink(link, derivedKey('download-link'))}`;
  return { ok: true, path, fileName, sizeBytes: Number(sizeBytes), sha256, expiresAt };
}
