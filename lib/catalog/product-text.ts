import { keysWithin } from '../secrets/developer-key';
import { isSlug } from './slug';

/** The texts of a product, by the form that edits them. */
export const PRODUCT_PARTS = {
  sale: ['title', 'slug', 'tagline', 'descriptionMd', 'category', 'platform', 'author', 'pageUrl'],
  docs: [
    'changelogUrl',
    'documentationUrl',
    'requiresVersion',
    'testedVersion',
    'requiresPhp',
    'installationMd',
    'faqMd',
    'screenshotsMd',
    'otherNotesMd',
  ],
} as const;

export type ProductPart = keyof typeof PRODUCT_PARTS;
export type ProductTextName = (typeof PRODUCT_PARTS)[ProductPart][number];

export type ProductTextProblem = {
  field: ProductTextName;
  problem: 'missing' | 'too_long' | 'slug_invalid' | 'address_invalid' | 'looks_like_a_key';
};

const LONGEST_PAGE = 50_000;
const LONGEST_LINE = 200;
const LONGEST_ADDRESS = 2_000;

/** How long a text of a product may be, in characters. */
export function longestOf(name: ProductTextName): number {
  if (name.endsWith('Md')) return LONGEST_PAGE;
  return name.endsWith('Url') ? LONGEST_ADDRESS : LONGEST_LINE;
}

/** A part's texts as they are kept: Markdown as written, everything else without blanks at its ends. */
export function cleanTexts(
  part: ProductPart,
  typed: Partial<Record<ProductTextName, string>>,
): [ProductTextName, string][] {
  return PRODUCT_PARTS[part].map((name) => {
    const text = (typed[name] ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n');
    return [name, name.endsWith('Md') ? text.trimEnd() : text.trim()];
  });
}

/** What is wrong with some texts; empty when they can be kept. */
export function textProblems(texts: readonly [ProductTextName, string][]): ProductTextProblem[] {
  return texts.flatMap(([field, text]): ProductTextProblem[] => {
    const problem = problemOf(field, text);
    return problem ? [{ field, problem }] : [];
  });
}

function problemOf(field: ProductTextName, text: string): ProductTextProblem['problem'] | undefined {
  if (text.length > longestOf(field)) return 'too_long';
  // These texts are shown to everybody.
  if (keysWithin(text).length > 0) return 'looks_like_a_key';
  if (text === '') return field === 'title' || field === 'slug' ? 'missing' : undefined;
  if (field === 'slug') return isSlug(text) ? undefined : 'slug_invalid';
  return field.endsWith('Url') && !isWebAddress(text) ? 'address_invalid' : undefined;
}

// These addresses become links on our pages and in client software, so nothing but the web may stand there.
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
