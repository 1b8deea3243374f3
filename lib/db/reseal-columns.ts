import { db } from './client';
import { currentDataKey } from './data-keys';
import { Prisma } from './generated/client';
import { eachSealed, openRow, placeOfRow, SEALED_COLUMNS, type SealedColumn, type SealedRow } from './sealed-columns';
import { sealText } from './sealed-text';

type Resealed = { id: string; before: string; after: string };

/**
 * Seals what older data keys sealed under the current one, five hundred rows a statement; run again it goes on where it
 * ended. A value that does not open is left as it is and counted.
 */
export async function resealColumns(): Promise<{ moved: number; unreadable: number }> {
  const { id: current } = await currentDataKey();
  // A sealed text begins with the id of its data key.
  const start = (column: string) =>
    Prisma.sql`substring(t.${Prisma.raw(column)} FROM 1 FOR 16) <> decode(${current.replaceAll('-', '')}, 'hex')`;
  const sum = { moved: 0, unreadable: 0 };
  for (const column of SEALED_COLUMNS) {
    for await (const rows of eachSealed(column, start(column.column))) {
      const resealed = await Promise.all(rows.map((row) => resealRow(column, row)));
      const good = resealed.filter((row) => row !== undefined);
      await write(column, good);
      sum.moved += good.length;
      sum.unreadable += rows.length - good.length;
    }
  }
  return sum;
}

async function resealRow(column: SealedColumn, row: SealedRow): Promise<Resealed | undefined> {
  const text = await openRow(column, row);
  if (text === undefined) return undefined;
  const after = Buffer.from(await sealText(text, placeOfRow(column, row))).toString('hex');
  return { id: row.id, before: Buffer.from(row.sealed).toString('hex'), after };
}

// Only over what was read: a value replaced meanwhile is newer.
async function write({ table, column }: SealedColumn, rows: Resealed[]): Promise<void> {
  const [of, value] = [Prisma.raw(table), Prisma.raw(column)]; // constants of sealed-columns
  await db().$executeRaw`
    UPDATE ${of} t SET ${value} = decode(v.after, 'hex')
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ before }) => before)}::text[],
                ${rows.map(({ after }) => after)}::text[]) AS v(id, before, after)
    WHERE t.id = v.id AND t.${value} = decode(v.before, 'hex')`;
}
