import { db, type Prisma } from '../db/client';

const MAX_NUMBER = 2_147_483_647;

const fields = {
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
  changelogUrl: true,
  documentationUrl: true,
  installationMd: true,
  faqMd: true,
  screenshotsMd: true,
  otherNotesMd: true,
  legacyTitle: true,
  defaultActivationLimit: true,
  defaultTermDays: true,
  defaultUpdateDays: true,
  publishedAt: true,
  archivedAt: true,
  deliversFiles: true,
  keepsReleases: true,
  requiresVersion: true,
  testedVersion: true,
  requiresPhp: true,
  plans: {
    where: { archivedAt: null },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, name: true, termDays: true, updateDays: true, billingInterval: true },
  },
} satisfies Prisma.ProductSelect;

/** A product as the admin edits it, with the plans that are on sale. */
export type EditedProduct = Prisma.ProductGetPayload<{ select: typeof fields }>;

/** The product behind a number, as it stands in an address; undefined for any other text. */
export async function readAdminProduct(number: string): Promise<EditedProduct | undefined> {
  if (!/^[1-9]\d{0,9}$/.test(number) || Number(number) > MAX_NUMBER) return undefined;
  return (await db().product.findUnique({ where: { number: Number(number) }, select: fields })) ?? undefined;
}
