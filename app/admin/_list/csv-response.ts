import { type CsvCell, csvLine } from '@/lib/csv-line';

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
  const encoder = new TextEncoder();
  let head = BYTE_ORDER_MARK + csvLine(columns);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const page = await pages.next();
        const text = head + (page.done ? '' : page.value.map(csvLine).join(''));
        head = '';
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (page.done) controller.close();
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(stream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      // no-transform: compressed, the rows would arrive in large lumps and the progress with them.
      'cache-control': 'private, no-store, no-transform',
      ...(total === undefined ? {} : { 'x-total-rows': String(total) }),
    },
  });
}
