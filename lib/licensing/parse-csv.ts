export type CsvRecord = {
  /** Where it begins in the text, counted from 1. */
  line: number;
  fields: string[];
  /** A quote is never closed, or something stands between a closing quote and the next separator. */
  isBroken: boolean;
};

type Cursor = { text: string; at: number; line: number };

/**
 * Takes CSV text apart by RFC 4180: a field in quotes may hold separators, line ends and doubled quotes; lines end with
 * CRLF, LF or CR. A quote inside a bare field is an ordinary character. A quote that is never closed costs its own line
 * only, so that the rows after it are still told apart.
 */
export function parseCsv(text: string, separator = ','): CsvRecord[] {
  const cursor: Cursor = { text, at: 0, line: 1 };
  const records: CsvRecord[] = [];
  while (cursor.at < text.length) records.push(readRecord(cursor, separator));
  return records;
}

function readRecord(cursor: Cursor, separator: string): CsvRecord {
  const record: CsvRecord = { line: cursor.line, fields: [], isBroken: false };
  for (;;) {
    record.fields.push(
      cursor.text[cursor.at] === '"' ? readQuoted(cursor, separator, record) : readBare(cursor, separator),
    );
    if (cursor.text[cursor.at] !== separator) break;
    cursor.at++;
  }
  cursor.at += lineEndAt(cursor.text, cursor.at);
  cursor.line++;
  return record;
}

function readBare(cursor: Cursor, separator: string): string {
  const from = cursor.at;
  while (cursor.at < cursor.text.length && !isEnd(cursor.text[cursor.at], separator)) cursor.at++;
  return cursor.text.slice(from, cursor.at);
}

function readQuoted(cursor: Cursor, separator: string, record: CsvRecord): string {
  const closing = closingQuote(cursor.text, cursor.at + 1);
  if (closing < 0) {
    record.isBroken = true;
    return readBare(cursor, '\n');
  }
  const field = cursor.text.slice(cursor.at + 1, closing).replaceAll('""', '"');
  cursor.at = closing + 1;
  cursor.line += field.match(/\r\n|\n|\r/g)?.length ?? 0;
  if (cursor.at >= cursor.text.length || isEnd(cursor.text[cursor.at], separator)) return field;
  record.isBroken = true;
  return field + readBare(cursor, separator);
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function isEnd(character: string | undefined, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}

function lineEndAt(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return text[at] === '\n' || text[at] === '\r' ? 1 : 0;
}
