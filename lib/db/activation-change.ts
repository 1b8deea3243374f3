/** What activate_calls and deactivate_calls answer for one call (migration count_activations). */
export type ActivationChange = {
  outcome: string;
  keyKind: 'master' | 'product_order' | 'associated' | null;
  customerId: string | null;
  apiResourceId: string | null;
  activationId: string | null;
  unlimited: boolean;
  limitTotal: number;
  usedTotal: number;
};

/** The same as statements send it, one JSON list a row (as in read-called-resources); `call` counts from 1. */
export type ActivationRow = [
  call: number,
  outcome: string,
  keyKind: ActivationChange['keyKind'],
  customerId: string | null,
  apiResourceId: string | null,
  activationId: string | null,
  unlimited: boolean,
  limitTotal: number,
  usedTotal: number,
];

/** By index, as in read-called-resources. */
export function toChange(row: ActivationRow): ActivationChange {
  return {
    outcome: row[1],
    keyKind: row[2],
    customerId: row[3],
    apiResourceId: row[4],
    activationId: row[5],
    unlimited: row[6],
    limitTotal: row[7],
    usedTotal: row[8],
  };
}

/** Serialisation failure, deadlock, unique violation: all three mean that somebody else was faster. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['40001', '40P01', '23505'].includes(String(error.code));
}

/** The counter was refused beyond the limit: in a statement that counts on from what it saw before it waited, outdated news. */
export function isCountRefused(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && 'constraint' in error)) return false;
  return error.code === '23514' && error.constraint === 'api_resource_count_within_limit';
}
