/** A row of an import document that does not fit, by the name its author knows it by, and why. */
export type RefusedRow = { where: string; reason: string };

/** Ends the transaction with the refusal of some rows; everything before them is undone. */
export class RowsRefused extends Error {
  constructor(readonly rows: RefusedRow[]) {
    super(rows.map(({ where, reason }) => `${where}: ${reason}`).join(', '));
  }
}

/** Ends the transaction with a fault that nobody foresaw, and says at which row. */
class RowBroke extends Error {
  // What the transaction is tried again for (a deadlock) is told by message and code, so both stay.
  readonly code: unknown;

  constructor(
    readonly where: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  }
}

/** Does the work of one row; what breaks within is known to have broken there. A row within a row is named by the inner one. */
export async function atRow<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RowsRefused || error instanceof RowBroke ? error : new RowBroke(where, error);
  }
}

/** The rows that an import ended with; undefined for an error that is no row's. */
export function refusedRows(error: unknown): RefusedRow[] | undefined {
  if (error instanceof RowsRefused) return error.rows;
  if (!(error instanceof RowBroke)) return undefined;
  return [{ where: error.where, reason: sentenceOf(error.message) }];
}

// Prisma writes the place in our source first and what happened last.
function sentenceOf(message: string): string {
  const lines = message.split('\n').filter((text) => text.trim() !== '');
  return lines.at(-1)?.trim() ?? 'unknown';
}
