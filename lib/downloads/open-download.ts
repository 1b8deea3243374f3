import { now } from '../clock';
import { db } from '../db/client';
import { isLive } from '../licensing/resource-state';
import { derivedKey } from '../secrets/keyring';
import { readStorageSettings } from '../settings/read-storage-settings';
import { type ArtifactFile, type OpenArtifactResult, openArtifact } from '../storage/open-artifact';
import { readDownloadLink } from './download-link';
import { entitledReleases, newestFirst } from './entitled-releases';
import { readPackageUrl } from './package-url';

export type DownloadRefusal =
  | 'link_invalid'
  | 'link_expired'
  /** Refunded, suspended, expired, or the account or the release is closed: asked anew at every click. */
  | 'not_entitled'
  | 'file_missing'
  | 'source_not_set_up'
  | 'storage_unreachable';

export type OpenDownloadResult =
  | { ok: true; fileName: string; sha256: string; file: Extract<OpenArtifactResult, { ok: true }> }
  | { ok: false; reason: DownloadRefusal };

/**
 * Opens a download link: signature, then time, then whether the customer is still entitled to this very file. The link is
 * the permit, whoever holds it: a download manager or a cloud drive fetches without the customer's cookie.
 */
export async function openDownload(text: string, at: Date = now()): Promise<OpenDownloadResult> {
  const read = readDownloadLink(text, derivedKey('download-link'), at);
  if (!read.ok) return read;
  const { customerId, artifactId, apiResourceId } = read.link;
  const resource = await db().apiResource.findFirst({
    where: { id: apiResourceId, customerId, customer: { disabledAt: null } },
    include: { product: { select: { keepsReleases: true } } },
  });
  if (!resource || !isLive(resource, at)) return { ok: false, reason: 'not_entitled' };
  const artifact = await db().artifact.findFirst({
    where: {
      id: artifactId,
      release: { productId: resource.productId, ...entitledReleases(resource, at) },
    },
  });
  return artifact ? openFile(artifact) : { ok: false, reason: 'not_entitled' };
}

/** Opens a package address of an update answer: the newest release that the licence is entitled to at this moment. */
export async function openPackage(query: URLSearchParams, at: Date = now()): Promise<OpenDownloadResult> {
  const read = readPackageUrl(query, derivedKey('download-link'), at);
  if (!read.ok) return read;
  const { customerNumber, productNumber, orderNumber } = read.link;
  const resources = await db().apiResource.findMany({
    where: {
      customer: { number: customerNumber, disabledAt: null },
      plan: { number: productNumber },
      OR: [
        { orderItem: { order: { number: orderNumber } } },
        { subscriptionItem: { subscription: { number: orderNumber } } },
      ],
    },
    include: { product: { select: { keepsReleases: true } } },
  });
  const resource = resources.find((candidate) => isLive(candidate, at));
  if (!resource) return { ok: false, reason: 'not_entitled' };
  const release = await db().release.findFirst({
    where: { productId: resource.productId, ...entitledReleases(resource, at) },
    orderBy: newestFirst(),
    include: { artifacts: { orderBy: { fileName: 'asc' }, take: 1 } },
  });
  const [artifact] = release?.artifacts ?? [];
  return artifact ? openFile(artifact) : { ok: false, reason: 'file_missing' };
}

async function openFile(artifact: ArtifactFile): Promise<OpenDownloadResult> {
  const file = await openArtifact(artifact, { settings: await readStorageSettings(), as: 'redirect_or_stream' });
  if (!file.ok) return file;
  return { ok: true, fileName: artifact.fileName, sha256: artifact.sha256, file };
}
