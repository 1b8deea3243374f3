import { type CallColumns, columnsOf } from './call-columns';
import { hotPool } from './client';

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

type Row = [
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

// One JSON list a row, as in read-called-resources.
const ANSWER = `json_build_array(call, outcome, key_kind, customer_id, api_resource_id, activation_id,
  coalesce(unlimited, false), coalesce(limit_total, 0), coalesce(used_total, 0))`;
const RETRIES = 3;

export type ActivationColumns = CallColumns & { label: string; version: string; address: string; requested: string };

/**
 * Takes a place for each call, in the given order, in one statement that is committed when this returns. A limit admits
 * exactly its number, also across processes; the same instance again changes nothing.
 */
export async function takePlaces(calls: ActivationColumns[], at: Date, strict: boolean): Promise<ActivationChange[]> {
  return changeActivations({
    name: 'take_places',
    text: `SELECT ${ANSWER} FROM activate_calls($1, $2, $3::bytea[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])`,
    values: [
      at.toISOString(),
      strict,
      ...columnsOf(calls),
      calls.map((call) => call.label),
      calls.map((call) => call.version),
      calls.map((call) => call.address),
      calls.map((call) => call.requested),
    ],
  });
}

/** Gives a place back for each call, in one statement that is committed when this returns. */
export async function giveBackPlaces(
  calls: (CallColumns & { address: string })[],
  at: Date,
): Promise<ActivationChange[]> {
  return changeActivations({
    name: 'give_back_places',
    text: `SELECT ${ANSWER} FROM deactivate_calls($1, $2::bytea[], $3::int[], $4::text[], $5::text[], $6::text[])`,
    values: [at.toISOString(), ...columnsOf(calls), calls.map((call) => call.address)],
  });
}

type Statement = { name: string; text: string; values: unknown[] };

async function changeActivations({ name, text, values }: Statement): Promise<ActivationChange[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { rows } = await hotPool().query<[Row]>({ name, text, values, rowMode: 'array' });
      // Plain calls are answered before the others; the caller gets them in the order in which it asked.
      return rows
        .map((row) => row[0])
        .sort((a, b) => a[0] - b[0])
        .map(toChange);
    } catch (error) {
      // Two processes may meet on rows taken in another order by a person's action: the statement had no effect, so again.
      if (attempt > RETRIES || !isConflict(error)) throw error;
    }
  }
}

// Serialisation failure, deadlock, unique violation: all three mean that somebody else was faster.
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['40001', '40P01', '23505'].includes(String(error.code));
}

// By index, as in read-called-resources.
function toChange(row: Row): ActivationChange {
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
