import { lookupDigest, pepperVersion } from '../secrets/lookup-digest';
import { db } from './client';
import { Prisma } from './generated/client';
import { eachSealed, openRow, SEALED_COLUMNS, type SealedColumn } from './sealed-columns';

type Digested = { id: string; digest: string };

/**
 * Makes the digests of all keys that can be read again anew under the newest pepper, five hundred rows a statement; run
 * again it goes on where it ended. Until it has ended such keys are not found, so it runs before the store serves. Answers
 * how many were moved.
 */
export async function reindexDigests(): Promise<number> {
  let moved = 0;
  for (const column of SEALED_COLUMNS.filter(({ hasDigest }) => hasDigest)) {
    for await (const rows of eachSealed(column, Prisma.sql`t.pepper_version <> ${pepperVersion()}`)) {
      const digested = await Promise.all(
        rows.map(async (row) => {
          const text = await openRow(column, row);
          return text === undefined ? undefined : { id: row.id, digest: lookupDigest(text).toString('hex') };
        }),
      );
      const good = digested.filter((row) => row !== undefined);
      await write(column, good);
      moved += good.length;
    }
  }
  return moved;
}

async function write({ table }: SealedColumn, rows: Digested[]): Promise<void> {
  await db().$executeRaw`
    UPDATE ${Prisma.raw(table)} t SET digest = decode(v.digest, 'hex'), pepper_version = ${pepperVersion()}::int
    FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ digest }) => digest)}::text[]) AS v(id, digest)
    WHERE t.id = v.id`;
}
