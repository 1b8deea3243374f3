import { keyHint } from '../secrets/key-format';
import { isWeakKey, sharedFront } from './estimate-key-entropy';
import type { KeyListRow } from './read-key-list';

const LONGEST_KEY = 190;

export type RowProblem =
  | 'csv_broken'
  | 'empty'
  | 'too_long'
  | 'control_characters'
  | 'product_not_found'
  | 'twice_in_list'
  | 'key_taken';
/** weak: can be guessed. altered: installed software sends it otherwise than it stands here. */
export type RowWarning = 'weak' | 'altered';

export type NotedRow<Note> = { line: number; note: Note; hint: string };

export type GoodRow = { line: number; key: string; productId: string; isWeak: boolean };

export type CheckedRows = { good: GoodRow[]; problems: NotedRow<RowProblem>[]; warnings: NotedRow<RowWarning>[] };

/** What the store knows about the rows of a list. */
export type KnownFacts = {
  /** The page's product, for rows that name none. */
  productId: string;
  productIdOf: (number: string) => string | undefined;
  isTaken: (key: string) => boolean;
};

/** Which rows can be added, what is wrong with the others, and what to know about those that can. The first of two equal keys is good. */
export function checkRows(rows: readonly KeyListRow[], known: KnownFacts): CheckedRows {
  const problems: CheckedRows['problems'] = [];
  const good: Omit<GoodRow, 'isWeak'>[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const productId = row.product === '' ? known.productId : known.productIdOf(row.product);
    const problem = problemOf(row, { productId, isSeen: seen.has(row.key), isTaken: known.isTaken(row.key) });
    if (problem) problems.push({ line: row.line, note: problem, hint: keyHint(row.key) });
    else if (productId) good.push({ line: row.line, key: row.key, productId });
    seen.add(row.key);
  }
  const front = sharedFront(good.map((row) => row.key));
  const rated = good.map((row) => ({ ...row, isWeak: isWeakKey(row.key, front) }));
  return { good: rated, problems, warnings: rated.flatMap(warningsOf) };
}

/** What is wrong with a key by itself, wherever it comes from: any text of 1 to 190 characters without control characters. */
export function faultOf(key: string): 'empty' | 'too_long' | 'control_characters' | undefined {
  if (key === '') return 'empty';
  if (key.length > LONGEST_KEY && [...key].length > LONGEST_KEY) return 'too_long';
  // U+FFFD stands where a file was not UTF-8: the true character is lost.
  return /[\p{Cc}\ufffd]/u.test(key) || !key.isWellFormed() ? 'control_characters' : undefined;
}

function problemOf(
  row: KeyListRow,
  facts: { productId: string | undefined; isSeen: boolean; isTaken: boolean },
): RowProblem | undefined {
  if (row.isBroken) return 'csv_broken';
  const fault = faultOf(row.key);
  if (fault) return fault;
  if (facts.productId === undefined) return 'product_not_found';
  if (facts.isSeen) return 'twice_in_list';
  return facts.isTaken ? 'key_taken' : undefined;
}

function warningsOf(row: GoodRow): NotedRow<RowWarning>[] {
  const noted = (note: RowWarning) => ({ line: row.line, note, hint: keyHint(row.key) });
  return [...(row.isWeak ? [noted('weak')] : []), ...(isAltered(row.key) ? [noted('altered')] : [])];
}

// The compatibility protocol cleans what it is sent as the original did (wc-am.md 1.1), so these keys never arrive whole.
function isAltered(key: string): boolean {
  return key === '0' || /<[^<>]*>|%[\da-f]{2}|\s{2}/i.test(key);
}
