/** Why a row of an import document does not fit. */
export type ImportReason =
  | 'slug_taken'
  | 'legacy_title_taken'
  | 'number_taken'
  /** A product with several plans cannot share its number with one of them. */
  | 'number_shared'
  | 'product_not_found'
  | 'version_invalid'
  | 'version_exists'
  | 'invalid_email'
  | 'email_taken'
  | 'plan_not_found'
  /** The plans of an order have different currencies; an order has one. */
  | 'mixed_currencies'
  | 'order_number_taken'
  | 'resource_number_taken'
  | 'resource_not_found'
  | 'key_taken'
  | 'master_key_of_another_customer'
  /** Price × quantity of an order's items is more than the store can keep. */
  | 'total_too_large'
  /** Activation limit × quantity is more than the store can keep. */
  | 'limit_too_large';

/** A row of an import document by the name its author knows it by, and why it does not fit or what broke at it. */
export type RefusedRow = { where: string } & ({ reason: ImportReason } | { fault: string });

/** Ends the transaction with the refusal of some rows; everything before them is undone. */
export class RowsRefused extends Error {
  constructor(readonly rows: RefusedRow[]) {
    super(rows.map((row) => `${row.where}: ${'reason' in row ? row.reason : row.fault}`).join(', '));
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
  return [{ where: error.where, fault: sentenceOf(error.message) }];
}

// Prisma writes the place in our source first and what happened last.
function sentenceOf(message: string): string {
  const lines = message.split('\n').filter((text) => text.trim() !== '');
  return lines.at(-1)?.trim() ?? 'unknown';
}
