import { longestOf, type ProductTextName, type ProductTextProblem } from '@/lib/catalog/product-text';
import { editor as words } from '../../../_texts/en/editor';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';

/** What stands in the fields of a form about a product's texts: as typed, right or wrong. */
export type EnteredTexts = Partial<Record<ProductTextName, string>>;

/** What became of such a form. A refusal and a preview bring back what was typed. */
export type TextAnswer =
  | { outcome: 'none' | 'unchanged' }
  /** Safe HTML of each page, by its field. */
  | { outcome: 'previewed'; entered: EnteredTexts; pages: { name: ProductTextName; html: string }[] }
  | { outcome: 'refused'; entered: EnteredTexts; errors: SummaryError[] };

/** A problem with a text in words, with its field. */
export function textErrors(problems: readonly ProductTextProblem[]): SummaryError[] {
  return problems.map(({ field, problem }) => ({
    message: `${words[LABELS[field]]}: ${fillText(words[`problem.${problem}`], { most: longestOf(field).toLocaleString('en') })}`,
    fieldId: field,
  }));
}

/** How the fields are called. */
export const LABELS = {
  title: 'title',
  slug: 'slug',
  tagline: 'tagline',
  descriptionMd: 'description',
  category: 'category',
  platform: 'platform',
  author: 'author',
  pageUrl: 'pageUrl',
  changelogUrl: 'changelogUrl',
  documentationUrl: 'documentationUrl',
  requiresVersion: 'requires',
  testedVersion: 'tested',
  requiresPhp: 'php',
  installationMd: 'installation',
  faqMd: 'faq',
  screenshotsMd: 'screenshots',
  otherNotesMd: 'otherNotes',
} as const satisfies Record<ProductTextName, keyof typeof words>;
