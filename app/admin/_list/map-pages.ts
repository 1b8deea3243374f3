import type { CsvCell } from '@/lib/csv-line';

/** The cells of each row, page by page. Ending this one ends the reading. */
export async function* mapPages<Row>(
  pages: AsyncGenerator<Row[]>,
  cellsOf: (row: Row) => CsvCell[],
): AsyncGenerator<CsvCell[][]> {
  for await (const page of pages) yield page.map(cellsOf);
}
