import type { PRODUCT_PARTS, ProductTextName } from '../../../../../catalog/product-text';

type NamesOf<Part extends keyof typeof PRODUCT_PARTS> = Record<string, (typeof PRODUCT_PARTS)[Part][number]>;

/** What the texts that sell a product are called here, and in the catalogue. */
export const SALE_NAMES = {
  title: 'title',
  slug: 'slug',
  tagline: 'tagline',
  description_md: 'descriptionMd',
  category: 'category',
  platform: 'platform',
  author: 'author',
  page_url: 'pageUrl',
} as const satisfies NamesOf<'sale'>;

/** The same for the texts that client software shows. */
export const DOCS_NAMES = {
  changelog_url: 'changelogUrl',
  documentation_url: 'documentationUrl',
  requires_version: 'requiresVersion',
  tested_version: 'testedVersion',
  requires_php: 'requiresPhp',
  installation_md: 'installationMd',
  faq_md: 'faqMd',
  screenshots_md: 'screenshotsMd',
  other_notes_md: 'otherNotesMd',
} as const satisfies NamesOf<'docs'>;

const NAMES: Readonly<Record<string, ProductTextName>> = { ...SALE_NAMES, ...DOCS_NAMES };

/** What a text of the catalogue is called here. */
export function nameOfText(wanted: ProductTextName): string {
  return Object.entries(NAMES).find(([, key]) => key === wanted)?.[0] ?? wanted;
}
