import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Caller } from '../../../../../access-keys/caller';
import { type CsvCell, csvLine } from '../../../../../csv-line';
import { type Operation, operation } from '../../operation';

type Asked<Query> = { caller: Caller; query: Query; at: Date; format: 'csv' | 'json' };

type ExportSpec<Query extends z.ZodObject, Row> = {
  /** The file's name without its ending, and what the address says. */
  name: string;
  audience: 'owner' | 'admin';
  summary: string;
  querySchema: Query;
  columns: readonly string[];
  cellsOf: (row: Row) => readonly CsvCell[];
  /** The rows, a page at a time: the next one is read when the reader has taken the one before. */
  pagesOf: (asked: Asked<z.output<Query>>) => Promise<AsyncGenerator<Row[]>>;
};

/** One list as two operations: as CSV for a spreadsheet, and as JSON with the same columns as members. */
export function declareExport<Query extends z.ZodObject, Row>(spec: ExportSpec<Query, Row>): Operation[] {
  return (['csv', 'json'] as const).map((format) => exportAs(format, spec));
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };

function exportAs<Query extends z.ZodObject, Row>(format: 'csv' | 'json', spec: ExportSpec<Query, Row>): Operation {
  const { name, audience, querySchema, columns, cellsOf, pagesOf } = spec;
  const verb = audience === 'admin' ? 'admin_' : '';
  return operation({
    id: `exports.${verb}${name.replaceAll('-', '_')}_${format}`,
    area: 'exports',
    access: 'read',
    audience,
    method: 'GET',
    path: audience === 'admin' ? `/admin/exports/${name}.${format}` : `/exports/${name}.${format}`,
    summary: `${spec.summary} As ${format === 'csv' ? 'CSV' : 'JSON'}.`,
    refusals: [],
    answersFile: TYPES[format].split(';', 1)[0] ?? '',
    querySchema,
    handle: async ({ caller, query, at }) => {
      // The schema's own output: the router parsed with it.
      const pages = await pagesOf({ caller, query: query as z.output<Query>, at, format });
      const lines = format === 'csv' ? csvOf(columns, cellsOf, pages) : jsonOf(columns, cellsOf, pages);
      const file = {
        name: `${name}.${format}`,
        contentType: TYPES[format],
        stream: Readable.from(lines, { objectMode: false }),
      };
      return { ok: true, status: 200, file };
    },
  });
}

type CellsOf<Row> = (row: Row) => readonly CsvCell[];

// Excel takes a file without it for the old Windows alphabet.
const BYTE_ORDER_MARK = '\ufeff';

async function* csvOf<Row>(columns: readonly string[], cellsOf: CellsOf<Row>, pages: AsyncGenerator<Row[]>) {
  yield BYTE_ORDER_MARK + csvLine(columns);
  for await (const page of pages) yield page.map((row) => csvLine(cellsOf(row))).join('');
}

async function* jsonOf<Row>(columns: readonly string[], cellsOf: CellsOf<Row>, pages: AsyncGenerator<Row[]>) {
  let between = '\n';
  yield '[';
  for await (const page of pages) {
    yield page.map((row) => line(columns, cellsOf(row))).join('');
  }
  yield '\n]\n';

  function line(names: readonly string[], cells: readonly CsvCell[]): string {
    const member = between + JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? null])));
    between = ',\n';
    return member;
  }
}
