import { type CsvRecord, parseCsv } from './parse-csv';

export type KeyListRow = {
  /** Where it begins in the text, counted from 1: the number that a spreadsheet or an editor shows. */
  line: number;
  key: string;
  /** The number of a product or plan as it stands in the list; empty = the product of the page. */
  product: string;
  /** Not to be told apart, or more fields than columns: a separator in its key may have cut it. */
  isBroken: boolean;
};

export type KeyList = {
  /** csv: the first line names the columns. lines: each line is a key, whatever it holds. */
  form: 'lines' | 'csv';
  rows: KeyListRow[];
};

const KEY_COLUMN =
  /^(?:(?:api|associated api|associated|product|licen[cs]e(?:[ _-]?code)?|serial(?:[ _-]?number)?|code)[ _-]?)?keys?$/i;
// Without the word "key" they may name something else, so they are asked in this order.
const PERHAPS_KEY_COLUMNS = [
  /^(?:licen[cs]e[ _-]?codes?|serials?|serial[ _-]?numbers?)$/i,
  /^(?:licen[cs]es?|codes?)$/i,
];
const PRODUCT_COLUMN = /^(?:product|plan)(?:[ _-]?(?:id|number))?$/i;
const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a pasted text or an uploaded file. It is CSV when its first line names a column `key` (or `license`, `serial`, `code`
 * and the like); otherwise each line is one key as it stands, because a key may hold commas and quotes. Blank lines at the end
 * do not count.
 */
export function readKeyList(text: string): KeyList {
  const plain = text.replace(/^\ufeff/, '');
  const header = readHeader(plain.split(/\r\n|\n|\r/, 1)[0] ?? '');
  if (header) {
    const records = parseCsv(plain, header.separator).slice(1);
    return { form: 'csv', rows: withoutBlankEnd(records.map((record) => toRow(record, header))) };
  }
  const rows = plain
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line: i + 1, key: line.trim(), product: '', isBroken: false }));
  return { form: 'lines', rows: withoutBlankEnd(rows) };
}

type Header = { separator: string; key: number; product: number; columns: number };

function readHeader(line: string): Header | undefined {
  const readings = SEPARATORS.map((separator) => ({
    separator,
    names: (parseCsv(line, separator)[0]?.fields ?? []).map((name) => name.trim()),
  }));
  for (const pattern of [KEY_COLUMN, ...PERHAPS_KEY_COLUMNS]) {
    for (const { separator, names } of readings) {
      const key = names.findIndex((name) => pattern.test(name));
      // Digits beside such a word are rather data: `license,4821-9937` is a key, or a row of a file without a header.
      if (key < 0 || (pattern !== KEY_COLUMN && names.some((name) => /\d/.test(name)))) continue;
      const product = names.findIndex((name) => PRODUCT_COLUMN.test(name));
      return { separator, key, product, columns: names.findLastIndex((name) => name !== '') + 1 };
    }
  }
  return undefined;
}

function toRow({ line, fields, isBroken }: CsvRecord, { key, product, columns }: Header): KeyListRow {
  return {
    line,
    key: (fields[key] ?? '').trim(),
    product: product < 0 ? '' : (fields[product] ?? '').trim(),
    isBroken: isBroken || fields.slice(columns).some((field) => field.trim() !== ''),
  };
}

function withoutBlankEnd(rows: KeyListRow[]): KeyListRow[] {
  const last = rows.findLastIndex((row) => row.key !== '' || row.product !== '' || row.isBroken);
  return rows.slice(0, last + 1);
}
