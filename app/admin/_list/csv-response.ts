import { type CsvCell, csvLine } from '@/lib/csv-line';
import { fileResponse } from '../../_shell/file-response';

type CsvFile = {
  /** Of the file, without its ending. */
  name: string;
  columns: readonly string[];
  /** For the progress; undefined when it is not known. */
  total: number | undefined;
  /** The rows, a page at a time: the next page is read only when the reader has taken the one before. */
  pages: AsyncGenerator<CsvCell[][]>;
};

// Excel takes a file without it for the old Windows alphabet.
const BYTE_ORDER_MARK = '\ufeff';

/** Streams a CSV file. One page at a time is in memory, and a reader who leaves ends the reading. */
export function csvResponse({ name, columns, total, pages }: CsvFile): Response {
  return fileResponse({
    file: `${name}.csv`,
    contentType: 'text/csv',
    chunks: csvText(columns, pages),
    ...(total === undefined ? {} : { headers: { 'x-total-rows': String(total) } }),
  });
}

async function* csvText(columns: readonly string[], pages: AsyncGenerator<CsvCell[][]>): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + csvLine(columns);
  for await (const page of pages) {
    yield head + page.map(csvLine).join('');
    head = '';
  }
  if (head !== '') yield head;
}
