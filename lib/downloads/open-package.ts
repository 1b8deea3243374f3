import { now } from '../clock';
import { db } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { readStoreSettings } from '../settings/store-settings';
import { closedReason } from './closed-reason';
import { entitledReleases, newestFirst } from './entitled-releases';
import { type DownloadFacts, type DownloadRefusal, type OpenDownloadResult, openFile } from './open-download';
import { type PackageLink, readPackageUrl } from './package-url';

/**
 * Opens a package address of an update answer: the newest release that the licence is entitled to at this moment, as long
 * as the installation it was told to is still active and the key it was told for still opens the licence.
 */
export async function openPackage(query: URLSearchParams, at: Date = now()): Promise<OpenDownloadResult> {
  const read = readPackageUrl(query, derivedKey('download-link'), at);
  if (!read.ok) return { ok: false, reason: read.reason, facts: { way: 'package' } };
  const resource = await findResource(read.link);
  if (!resource) return { ok: false, reason: 'not_entitled', facts: { way: 'package' } };
  const [activation] = resource.activations;
  const facts: DownloadFacts = {
    way: 'package',
    customerId: resource.customerId,
    apiResourceId: resource.id,
    ...(activation ? { activationId: activation.id } : {}),
  };
  const refusal = refusalOf(resource, read.link, at);
  if (refusal) return { ok: false, reason: refusal, facts };
  const release = await db().release.findFirst({
    where: { productId: resource.productId, ...entitledReleases(resource, at) },
    orderBy: newestFirst(),
    // The first by name, as lib/db/read-release-files.ts names it in answers.
    include: { artifacts: { orderBy: { fileName: 'asc' }, take: 1 } },
  });
  const [artifact] = release?.artifacts ?? [];
  if (!artifact) return { ok: false, reason: release ? 'file_missing' : 'not_entitled', facts };
  return openFile(artifact, { ...facts, artifactId: artifact.id });
}

type Resource = NonNullable<Awaited<ReturnType<typeof findResource>>>;

/** The right an address is for; of several to one plan in one order, the one that holds the activation. */
async function findResource({ customerNumber, productNumber, orderNumber, mark }: PackageLink) {
  const prefix = mark.slice(0, 6);
  const { stopOverLimit } = await readStoreSettings();
  const resources = await db().apiResource.findMany({
    where: {
      customer: { number: customerNumber },
      plan: { number: productNumber },
      OR: [{ orderNumber }, { subscriptionNumber: orderNumber }],
    },
    include: {
      customer: {
        select: { disabledAt: true, licenseKeys: { where: { kind: 'master', replacedAt: null, disabledAt: null } } },
      },
      product: { select: { keepsReleases: true } },
      keys: { where: { replacedAt: null, disabledAt: null } },
      activations: {
        where: {
          ...(stopOverLimit ? { overLimit: false } : {}),
          id: { gte: `${prefix}00${LOWEST}`, lte: `${prefix}ff${HIGHEST}` },
        },
        take: 1,
      },
    },
    orderBy: { number: 'asc' },
  });
  return resources.find((resource) => resource.activations.length > 0) ?? resources[0];
}

const LOWEST = '-0000-0000-0000-000000000000';
const HIGHEST = '-ffff-ffff-ffff-ffffffffffff';

function refusalOf(resource: Resource, { mark }: PackageLink, at: Date): DownloadRefusal | undefined {
  const closed = closedReason(resource, at);
  if (closed) return closed;
  if (resource.activations.length === 0) return 'deactivated';
  const keys = [...resource.keys, ...resource.customer.licenseKeys];
  const isOpen = keys.some((key) => Buffer.from(key.digest).toString('hex', 0, 3) === mark.slice(6));
  return isOpen ? undefined : 'key_disabled';
}
