import { type ActivationChange, type ActivationRow, isConflict, toChange } from './activation-change';
import { askHot, type HotStatement } from './ask-hot';
import { type ActivationColumns, activationColumnsOf, type CallColumns, columnsOf } from './call-columns';
import { takePlainPlaces } from './take-plain-places';

const ANSWER = `json_build_array(call, outcome, key_kind, customer_id, api_resource_id, activation_id,
  coalesce(unlimited, false), coalesce(limit_total, 0), coalesce(used_total, 0))`;
const RETRIES = 3;

/**
 * Takes a place for each call, committed when this returns. A limit admits exactly its number, also across processes; the same
 * instance again changes nothing. The plain calls come first, in one statement, the others in another.
 */
export async function takePlaces(calls: ActivationColumns[], at: Date, strict: boolean): Promise<ActivationChange[]> {
  const changes = await takePlainPlaces(calls, at);
  const rest = calls.filter((call) => !changes.has(call));
  if (rest.length > 0) {
    const others = await takeAnyPlaces(rest, at, strict).catch((error: unknown) => {
      // Whoever asks may try a refused list again, call by call; what is committed already must not be among them.
      throw changes.size === 0
        ? error
        : new Error('Only the plain ones of these calls were answered', { cause: error });
    });
    others.forEach((change, i) => {
      const call = rest[i];
      if (call) changes.set(call, change);
    });
  }
  return calls.flatMap((call) => changes.get(call) ?? []);
}

async function takeAnyPlaces(calls: ActivationColumns[], at: Date, strict: boolean): Promise<ActivationChange[]> {
  return changeActivations({
    name: 'take_places',
    text: `SELECT ${ANSWER} FROM activate_calls($1, $2, $3::bytea[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])`,
    values: [at.toISOString(), strict, ...activationColumnsOf(calls)],
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

async function changeActivations(statement: HotStatement): Promise<ActivationChange[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const rows = await askHot<ActivationRow>(statement);
      // Plain calls are answered before the others; the caller gets them in the order in which it asked.
      return rows.sort((a, b) => a[0] - b[0]).map(toChange);
    } catch (error) {
      // Two processes may meet on rows taken in another order by a person's action: the statement had no effect, so again.
      if (attempt > RETRIES || !isConflict(error)) throw error;
    }
  }
}
