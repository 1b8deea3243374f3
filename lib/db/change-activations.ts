import { askHot, type HotStatement } from './ask-hot';
import { type CallColumns, columnsOf } from './call-columns';

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

// A plain call that is alone, in the one statement that it takes: a good key, an instance that its customer does not have yet,
// and room. Everything that is decided upon is locked by the statement itself; where it waits for a lock, PostgreSQL reads the
// locked rows again and drops those that no longer qualify, so nothing is decided by a state that has passed (ADR 0106).
const TAKE_ALONE = `
  WITH opened AS MATERIALIZED (
    SELECT k.id AS key_id, k.kind, k.hint, k.customer_id, r.id, r.number, r.product_id, r.activation_limit, r.activation_count
    FROM license_key k
    JOIN customer u ON u.id = k.customer_id
    JOIN api_resource r ON r.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id)
    JOIN plan pl ON pl.id = r.plan_id
    JOIN product pr ON pr.id = r.product_id
    WHERE k.digest = $2::bytea AND k.replaced_at IS NULL AND k.disabled_at IS NULL AND u.disabled_at IS NULL
      AND (pl.number = $3::int OR pr.number = $3::int OR pr.legacy_title = $4::text) AND is_live_resource(r, $1)
      AND (SELECT true FROM activation x WHERE x.customer_id = k.customer_id AND x.instance = $5::text LIMIT 1) IS NULL
    ORDER BY r.id
    FOR NO KEY UPDATE OF r FOR SHARE OF k, u
  ),
  placed AS MATERIALIZED (
    SELECT o.*, gen_random_uuid() AS activation_id FROM opened o
    WHERE o.activation_limit IS NULL OR o.activation_count < o.activation_limit ORDER BY o.number LIMIT 1
  ),
  raised AS (UPDATE api_resource r SET activation_count = r.activation_count + 1 FROM placed p WHERE r.id = p.id),
  written AS (
    INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
      requested_product, activated_at, last_seen_at)
    SELECT p.activation_id, p.id, p.customer_id, p.product_id, p.key_id, $5, $6::text, $7::text, $8::text, $9::text, $1, $1 FROM placed p
  ),
  audited AS (
    INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
    SELECT $1, 'client', p.customer_id, 'key:' || p.hint, $8, 'activation.create', 'activation', p.activation_id::text,
      jsonb_build_object('apiResourceId', p.id, 'instance', $5, 'label', $6) FROM placed p
  )
  SELECT json_build_array(1, 'activated', p.kind, p.customer_id, p.id, p.activation_id, every.unlimited, every.bought, every.used + 1)
  FROM placed p CROSS JOIN (
    SELECT bool_or(o.activation_limit IS NULL) AS unlimited, coalesce(sum(o.activation_limit), 0)::int AS bought,
      sum(o.activation_count)::int AS used FROM opened o
  ) every`;

export type ActivationColumns = CallColumns & { label: string; version: string; address: string; requested: string };

/**
 * Takes a place for each call, in the given order, in one statement that is committed when this returns. A limit admits
 * exactly its number, also across processes; the same instance again changes nothing.
 */
export async function takePlaces(calls: ActivationColumns[], at: Date, strict: boolean): Promise<ActivationChange[]> {
  const [only] = calls;
  const plain = calls.length === 1 && only ? await takePlaceAlone(only, at) : undefined;
  if (plain) return [plain];
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

// Undefined when the call is not plain after all, or somebody was faster: activate_calls knows every case.
async function takePlaceAlone(call: ActivationColumns, at: Date): Promise<ActivationChange | undefined> {
  const { digest, product, title, instance, label, version, address, requested } = call;
  const values = [at.toISOString(), digest, product, title, instance, label, version, address, requested];
  try {
    const [row] = await askHot<Row>({ name: 'take_alone', text: TAKE_ALONE, values });
    return row && toChange(row);
  } catch (error) {
    if (!isConflict(error)) throw error;
    return undefined;
  }
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
      const rows = await askHot<Row>(statement);
      // Plain calls are answered before the others; the caller gets them in the order in which it asked.
      return rows.sort((a, b) => a[0] - b[0]).map(toChange);
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
