import { randomUUID } from 'node:crypto';
import { type ActivationChange, type ActivationRow, isConflict, isCountRefused, toChange } from './activation-change';
import { askHot } from './ask-hot';
import { type ActivationColumns, activationColumnsOf } from './call-columns';

// Plain calls in the one statement that they take: a good key, an instance that its customer does not have yet, and room.
// Everything that is decided upon is locked by the statement itself; where it waits for a lock, PostgreSQL reads the locked rows
// again and drops those that no longer qualify, so nothing is decided by a state that has passed (ADR 0106). The instance is
// claimed last: whoever waits for one has all its locks and needs nothing more (ADR 0110).
const takeFrom = (calls: string, placed: string) => `
  WITH opened AS MATERIALIZED (
    SELECT c.n, c.activation_id, c.instance, c.label, c.version, c.address, c.requested, k.id AS key_id, k.kind, k.hint,
      k.customer_id, r.id, r.number, r.product_id, r.activation_limit, r.activation_count
    FROM ${calls}
    JOIN license_key k ON k.digest = c.digest
    JOIN customer u ON u.id = k.customer_id
    JOIN api_resource r ON r.customer_id = k.customer_id AND (k.api_resource_id IS NULL OR r.id = k.api_resource_id)
    JOIN plan pl ON pl.id = r.plan_id
    JOIN product pr ON pr.id = r.product_id
    WHERE k.replaced_at IS NULL AND k.disabled_at IS NULL AND u.disabled_at IS NULL
      AND (pl.number = c.product OR pr.number = c.product OR pr.legacy_title = c.title) AND is_live_resource(r, $1)
    ORDER BY r.id
    FOR NO KEY UPDATE OF r FOR SHARE OF k, u
  ),
  placed AS MATERIALIZED (${placed}),
  raised AS (UPDATE api_resource r SET activation_count = r.activation_count + 1 FROM placed p WHERE r.id = p.id),
  written AS (
    INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
      requested_product, activated_at, last_seen_at)
    SELECT p.activation_id, p.id, p.customer_id, p.product_id, p.key_id, p.instance, p.label, p.version, p.address, p.requested,
      $1, $1
    FROM placed p
  ),
  audited AS (
    INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
    SELECT $1, 'client', p.customer_id, 'key:' || p.hint, p.address, 'activation.create', 'activation', p.activation_id::text,
      jsonb_build_object('apiResourceId', p.id, 'instance', p.instance, 'label', p.label)
    FROM placed p
  )
  SELECT json_build_array(p.n, 'activated', p.kind, p.customer_id, p.id, p.activation_id, p.unlimited, p.bought, p.used + 1)
  FROM placed p`;

const TAKE_ALONE = takeFrom(
  `(SELECT $2::bytea AS digest, $3::int AS product, $4::text AS title, $5::text AS instance, $6::text AS label,
      $7::text AS version, $8::text AS address, $9::text AS requested, $10::uuid AS activation_id, 1 AS n) c`,
  `SELECT o.*, every.* FROM opened o CROSS JOIN (
      SELECT bool_or(e.activation_limit IS NULL) AS unlimited, coalesce(sum(e.activation_limit), 0)::int AS bought,
        sum(e.activation_count)::int AS used FROM opened e
    ) every
    WHERE (o.activation_limit IS NULL OR o.activation_count < o.activation_limit) AND claim_instance(o.customer_id, o.instance)
    ORDER BY o.number LIMIT 1`,
);

// Calls of a customer who has another one in the list are left out: they may be after the same last place, and a statement does
// not see what it has written itself.
const TAKE_TOGETHER = takeFrom(
  `unnest($2::bytea[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[])
      WITH ORDINALITY AS c(digest, product, title, instance, label, version, address, requested, activation_id, n)`,
  `SELECT DISTINCT ON (e.customer_id) e.* FROM (
      SELECT o.*, bool_or(o.activation_limit IS NULL) OVER licences AS unlimited,
        coalesce(sum(o.activation_limit) OVER licences, 0)::int AS bought,
        (sum(o.activation_count) OVER licences)::int AS used, min(o.n) OVER licences = max(o.n) OVER licences AS is_only
      FROM opened o
      WINDOW licences AS (PARTITION BY o.customer_id ORDER BY o.number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ) e
    WHERE e.is_only AND (e.activation_limit IS NULL OR e.activation_count < e.activation_limit)
      AND claim_instance(e.customer_id, e.instance)
    ORDER BY e.customer_id, e.number`,
);

/**
 * Takes a place for each call that is plain, in one statement that is committed when this returns, and answers these. The
 * others, and all of them when somebody was faster at one, are not in the answer and have changed nothing.
 */
export async function takePlainPlaces(
  calls: ActivationColumns[],
  at: Date,
): Promise<Map<ActivationColumns, ActivationChange>> {
  const changes = new Map<ActivationColumns, ActivationChange>();
  const asked = callsByThemselves(calls);
  try {
    for (const row of await ask(asked, at.toISOString())) {
      const call = asked[row[0] - 1];
      if (call) changes.set(call, toChange(row));
    }
  } catch (error) {
    // PostgreSQL tests a new row before it finds out that the old one was changed meanwhile: whoever waited for a place to be
    // given back at a full licence, or for a higher limit, fails over a count that is no longer true.
    if (!isConflict(error) && !isCountRefused(error)) throw error;
  }
  return changes;
}

// The ids of what they may take come with the calls: made by the server they are a twentieth of the statement.
async function ask(calls: ActivationColumns[], at: string): Promise<ActivationRow[]> {
  const [only, ...more] = calls;
  if (!only) return [];
  if (more.length > 0) {
    const values = [at, ...activationColumnsOf(calls), calls.map(() => randomUUID())];
    return askHot({ name: 'take_together', text: TAKE_TOGETHER, values });
  }
  const { digest, product, title, instance, label, version, address, requested } = only;
  const values = [at, digest, product, title, instance, label, version, address, requested, randomUUID()];
  return askHot({ name: 'take_alone', text: TAKE_ALONE, values });
}

// Not those whose key comes twice: a herd on one key would ask this statement in vain.
function callsByThemselves(calls: ActivationColumns[]): ActivationColumns[] {
  if (calls.length === 1) return calls;
  const times = new Map<string, number>();
  const keys = calls.map(({ digest }) => digest.toString('latin1'));
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return calls.filter((_, i) => times.get(keys[i] ?? '') === 1);
}
