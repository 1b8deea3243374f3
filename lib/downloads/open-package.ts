import { now } from '../clock';
import { db } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { closedReason } from './closed-reason';
import { entitledReleases, newestFirst } from './entitled-releases';
import { type DownloadFacts, type OpenDownloadResult, openFile } from './open-download';
import { readPackageUrl } from './package-url';

/** Opens a package address of an update answer: the newest release that the licence is entitled to at this moment. */
export async function openPackage(query: URLSearchParams, at: Date = now()): Promise<OpenDownloadResult> {
  const read = readPackageUrl(query, derivedKey('download-link'), at);
  if (!read.ok) return { ok: false, reason: read.reason, facts: { way: 'package' } };
  const { customerNumber, productNumber, orderNumber } = read.link;
  const resources = await db().apiResource.findMany({
    where: {
      customer: { number: customerNumber },
      plan: { number: productNumber },
      OR: [{ orderNumber }, { subscriptionNumber: orderNumber }],
    },
    include: { customer: { select: { disabledAt: true } }, product: { select: { keepsReleases: true } } },
    orderBy: { number: 'asc' },
  });
  const resource = resources.find((candidate) => !closedReason(candidate, at)) ?? resources[0];
  if (!resource) return { ok: false, reason: 'not_entitled', facts: { way: 'package' } };
  const facts: DownloadFacts = { way: 'package', customerId: resource.customerId, apiResourceId: resource.id };
  const closed = closedReason(resource, at);
  if (closed) return { ok: false, reason: closed, facts };
  const release = await db().release.findFirst({
    where: { productId: resource.productId, ...entitledReleases(resource, at) },
    orderBy: newestFirst(),
    include: { artifacts: { orderBy: { fileName: 'asc' }, take: 1 } },
  });
  const [artifact] = release?.artifacts ?? [];
  if (!artifact) return { ok: false, reason: 'file_missing', facts };
  return openFile(artifact, { ...facts, artifactId: artifact.id });
}
