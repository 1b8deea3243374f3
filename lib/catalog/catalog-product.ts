import type { Prisma } from '../db/client';
import { offeredReleases } from './newest-release';

/** What a buyer can choose of a product. */
export type CatalogPlan = {
  id: string;
  number: number;
  name: string;
  /** Minor units of `currency`. */
  unitAmount: number;
  /** ISO 4217, lower case. */
  currency: string;
  /** Places for each unit bought; null = unlimited. */
  activationLimit: number | null;
  /** Days; null = lifetime, or as long as a subscription is paid. */
  termDays: number | null;
  /** Days of new versions; null = as long as the right lives. */
  updateDays: number | null;
  /** Null = paid once. */
  billingInterval: 'month' | 'year' | null;
  /** Days that a first subscription costs nothing; null = no trial. */
  trialDays: number | null;
};

export type CatalogRelease = {
  version: string;
  releasedAt: Date;
  upgradeNotice: string;
  /** Markdown of the store owner; for pages through `renderMarkdown`. */
  changelogMd: string;
  files: { name: string; platform: string; sizeBytes: number }[];
};

/** A published product as the storefront shows it. */
export type CatalogProduct = {
  id: string;
  number: number;
  slug: string;
  title: string;
  tagline: string;
  descriptionMd: string;
  category: string;
  platform: string;
  author: string;
  pageUrl: string;
  documentationUrl: string;
  changelogUrl: string;
  /** What the newest version needs. */
  requiresVersion: string;
  testedVersion: string;
  requiresPhp: string;
  /** On sale, in the store's order. */
  plans: CatalogPlan[];
  /** Newest first. */
  releases: CatalogRelease[];
};

export const planFields = {
  id: true,
  number: true,
  name: true,
  unitAmount: true,
  currency: true,
  activationLimit: true,
  termDays: true,
  updateDays: true,
  billingInterval: true,
  trialDays: true,
} satisfies Prisma.PlanSelect;

/** What is read of a product to show it; the same for the list and the page. */
export const productFields = {
  id: true,
  number: true,
  slug: true,
  title: true,
  tagline: true,
  descriptionMd: true,
  category: true,
  platform: true,
  author: true,
  pageUrl: true,
  documentationUrl: true,
  changelogUrl: true,
  requiresVersion: true,
  testedVersion: true,
  requiresPhp: true,
  plans: { where: { archivedAt: null }, orderBy: [{ position: 'asc' }, { number: 'asc' }], select: planFields },
  releases: {
    include: {
      artifacts: { select: { fileName: true, platform: true, sizeBytes: true }, orderBy: { fileName: 'asc' } },
    },
  },
} satisfies Prisma.ProductSelect;

type ProductRow = Prisma.ProductGetPayload<{ select: typeof productFields }>;

/** A row as the storefront's product at that moment. */
export function toCatalogProduct(row: ProductRow, at: Date): CatalogProduct {
  const offered = offeredReleases(row.releases, at);
  const [newest] = offered;
  return {
    ...row,
    requiresVersion: newest?.requiresVersion ?? row.requiresVersion,
    testedVersion: newest?.testedVersion ?? row.testedVersion,
    requiresPhp: newest?.requiresPhp ?? row.requiresPhp,
    releases: offered.map((release) => ({
      version: release.version,
      releasedAt: release.releasedAt,
      upgradeNotice: release.upgradeNotice,
      changelogMd: release.changelogMd,
      files: release.artifacts.map((file) => ({
        name: file.fileName,
        platform: file.platform,
        sizeBytes: Number(file.sizeBytes),
      })),
    })),
  };
}
