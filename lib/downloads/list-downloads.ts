import { now } from '../clock';
import { db } from '../db/client';
import { isLive } from '../licensing/resource-state';
import { derivedKey } from '../secrets/keyring';
import { boughtByOf } from './bought-by';
import { signDownloadLink } from './download-link';
import { entitledReleases, newestFirst } from './entitled-releases';
import { readLastDownloads } from './read-last-downloads';

export type DownloadFile = {
  id: string;
  fileName: string;
  platform: string;
  sizeBytes: number;
  sha256: string;
  /** The path of its signed link. */
  href: string;
  /** By a link of the customer's own, as far as the store remembers. */
  lastDownloadedAt: Date | undefined;
};

export type DownloadRelease = {
  version: string;
  releasedAt: Date;
  isBeta: boolean;
  changelogMd: string;
  files: DownloadFile[];
};

/** One row of the API Downloads table. */
export type DownloadRow = {
  apiResourceId: string;
  productTitle: string;
  productSlug: string;
  productNumber: number;
  orderNumber: number | undefined;
  changelogUrl: string;
  documentationUrl: string;
  newest: DownloadRelease;
  older: DownloadRelease[];
  /** Whether the customer asked for beta versions, and whether there is one to ask for. */
  beta: { isWanted: boolean; isThere: boolean };
  /** When the links of this row stop working. */
  linksExpireAt: Date;
};

const DAY_MS = 86_400_000;
const MAX_RELEASES = 50;

/**
 * What the customer may download now: a row for each live API Resource whose product has a release with a file, each file
 * with a link that lives `linkDays` from `at` and is checked again when it is used.
 */
export async function listDownloads(which: {
  customerId: string;
  linkDays: number;
  /** Only these of the customer's rights. */
  apiResourceIds?: string[];
  at?: Date;
}): Promise<DownloadRow[]> {
  const { customerId, linkDays, apiResourceIds, at = now() } = which;
  const resources = (await readResources(customerId, apiResourceIds)).filter((resource) => isLive(resource, at));
  const linksExpireAt = new Date(at.getTime() + linkDays * DAY_MS);
  const rows = await Promise.all(resources.map((resource) => toRow(resource, linksExpireAt, at)));
  return withLastDownloads(
    customerId,
    rows.filter((row) => row !== undefined),
  );
}

function readResources(customerId: string, ids: string[] | undefined) {
  return db().apiResource.findMany({
    where: { customerId, revokedAt: null, customer: { disabledAt: null }, ...(ids ? { id: { in: ids } } : {}) },
    orderBy: { number: 'asc' },
    include: { product: true, plan: true, orderItem: { include: { order: { select: { number: true } } } } },
  });
}

type ResourceRow = Awaited<ReturnType<typeof readResources>>[number];

async function toRow(resource: ResourceRow, linksExpireAt: Date, at: Date): Promise<DownloadRow | undefined> {
  const releases = await db().release.findMany({
    where: {
      productId: resource.productId,
      ...entitledReleases(resource, at),
      artifacts: { some: {} },
    },
    orderBy: newestFirst(),
    include: { artifacts: { orderBy: { fileName: 'asc' } } },
    take: MAX_RELEASES,
  });
  const listed = releases.map((release) => ({
    version: release.version,
    releasedAt: release.releasedAt,
    isBeta: release.channel === 'beta',
    changelogMd: release.changelogMd,
    files: release.artifacts.map((artifact) => toFile(artifact, resource, linksExpireAt)),
  }));
  const [newest, ...older] = listed;
  if (!newest) return undefined;
  const { product, plan, orderItem } = resource;
  return {
    apiResourceId: resource.id,
    productTitle: product.title,
    productSlug: product.slug,
    productNumber: plan.number,
    orderNumber: orderItem?.order.number,
    changelogUrl: product.changelogUrl,
    documentationUrl: product.documentationUrl,
    newest,
    older,
    beta: { isWanted: resource.wantsBeta, isThere: await hasBeta(resource.productId, at) },
    linksExpireAt,
  };
}

type ArtifactRow = { id: string; fileName: string; platform: string; sizeBytes: bigint; sha256: string };

function toFile(artifact: ArtifactRow, resource: ResourceRow, expiresAt: Date): DownloadFile {
  const { id, fileName, platform, sizeBytes, sha256 } = artifact;
  const permit = {
    purpose: 'person' as const,
    customerId: resource.customerId,
    artifactId: id,
    apiResourceId: resource.id,
    boughtBy: boughtByOf(resource),
    expiresAt,
  };
  const href = `/downloads/${signDownloadLink(permit, derivedKey('download-link'))}`;
  return { id, fileName, platform, sizeBytes: Number(sizeBytes), sha256, href, lastDownloadedAt: undefined };
}

async function hasBeta(productId: string, at: Date): Promise<boolean> {
  const published = { productId, channel: 'beta' as const, publishedAt: { lte: at }, yankedAt: null };
  return (await db().release.count({ where: { ...published, artifacts: { some: {} } } })) > 0;
}

async function withLastDownloads(customerId: string, rows: DownloadRow[]): Promise<DownloadRow[]> {
  const releases = rows.flatMap((row) => [row.newest, ...row.older]);
  const files = releases.flatMap((release) => release.files);
  const last = await readLastDownloads(
    customerId,
    files.map((file) => file.id),
  );
  for (const file of files) file.lastDownloadedAt = last.get(file.id);
  return rows;
}
