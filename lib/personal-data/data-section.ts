/** Whose data, and which was read so far nowhere else: the person, as the sections of their file need them. */
export type Person = { id: string; number: number };

/** A part of somebody's file: one value, or a list of any length that is read a page at a time. */
export type DataSection = { name: string; value: unknown } | { name: string; pages: AsyncGenerator<object[]> };

const PAGE = 500;

/**
 * The rows of a list, a page at a time: the next page is read when the one before was taken. `read` answers at most `size`
 * rows that come after the given one.
 */
export async function* eachPage<Row extends object>(
  read: (after: Row | undefined, size: number) => Promise<Row[]>,
  present: (row: Row) => object,
): AsyncGenerator<object[]> {
  let after: Row | undefined;
  for (;;) {
    const rows = await read(after, PAGE);
    if (rows.length > 0) yield rows.map(present);
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
