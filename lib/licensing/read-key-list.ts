import { type CsvRecord, parseCsv } from './parse-csv';

export type KeyListRow = {
  /** Where it begins in the text, counted from 1: the number that a spreadsheet or an editor shows. */
  line: number;
  key: string;
  /** The number of a product or plan as it stands in the list; empty = the product of the page. */
  product: string;
  isBroken: boolean;
};

export type KeyList = {
  /** csv: the first line names the columns. lines: each line is a key, whatever it holds. */
  form: 'lines' | 'csv';
  rows: KeyListRow[];
};

const KEY_COLUMN = /^(?:(?:api|associated api|associated|license|licence|product)[ _-]?)?keys?$/i;
const PRODUCT_COLUMN = /^(?:product|plan)(?:[ _-]?(?:id|number))?$/i;
const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a pasted text or an uploaded file. It is CSV when its first line names a column `key`; otherwise each line is one
 * key as it stands, because a key may hold commas and quotes. Blank lines at the end do not count.
 */
export function readKeyList(text: string): KeyList {
  const plain = text.replace(/^\ufeff/, '');
  const header = plain.split(/\r\n|\n|\r/, 1)[0] ?? '';
  for (const separator of SEPARATORS) {
    const columns = (parseCsv(header, separator)[0]?.fields ?? []).map((name) => name.trim());
    const key = columns.findIndex((name) => KEY_COLUMN.test(name));
    if (key < 0) continue;
    const product = columns.findIndex((name) => PRODUCT_COLUMN.test(name));
    const rows = parseCsv(plain, separator).slice(1);
    return { form: 'csv', rows: withoutBlankEnd(rows.map((record) => toRow(record, key, product))) };
  }
  const rows = plain
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line: i + 1, key: line.trim(), product: '', isBroken: false }));
  return { form: 'lines', rows: withoutBlankEnd(rows) };
}

function toRow(record: CsvRecord, key: number, product: number): KeyListRow {
  return {
    line: record.line,
    key: (record.fields[key] ?? '').trim(),
    product: product < 0 ? '' : (record.fields[product] ?? '').trim(),
    isBroken: record.isBroken,
  };
}

function withoutBlankEnd(rows: KeyListRow[]): KeyListRow[] {
  const last = rows.findLastIndex((row) => row.key !== '' || row.product !== '' || row.isBroken);
  return rows.slice(0, last + 1);
}
