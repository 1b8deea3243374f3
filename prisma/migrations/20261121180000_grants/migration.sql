-- What happened to each right, in the order the store heard of it. Nothing here is ever changed or removed; what a right is
-- (its limit, end, grace, suspension, revocation) is computed from these rows (lib/licensing/grants).
CREATE TABLE "resource_grant" (
    "id" BIGSERIAL NOT NULL,
    "api_resource_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "fact" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "via" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "resource_grant_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "resource_grant_api_resource_id_kind_cause_key" ON "resource_grant"("api_resource_id", "kind", "cause");

ALTER TABLE "resource_grant" ADD CONSTRAINT "resource_grant_api_resource_id_fkey" FOREIGN KEY ("api_resource_id") REFERENCES "api_resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE resource_grant
  ADD CONSTRAINT resource_grant_kind_is_the_facts CHECK (fact ->> 'kind' = kind),
  ADD CONSTRAINT resource_grant_cause_length CHECK (char_length(cause) BETWEEN 1 AND 300);

CREATE FUNCTION refuse_grant_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'resource_grant is append-only';
END $$;

CREATE TRIGGER resource_grant_append_only BEFORE UPDATE OR DELETE ON resource_grant
  FOR EACH ROW EXECUTE FUNCTION refuse_grant_change();
CREATE TRIGGER resource_grant_no_truncate BEFORE TRUNCATE ON resource_grant
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_grant_change();

-- An instant as JavaScript writes it, which is how facts hold it.
CREATE FUNCTION fact_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Begins the record of every right that has none: its purchase, its refunds, and how it stood beyond what these say.
CREATE FUNCTION carry_over_resources() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMPORARY TABLE opening ON COMMIT DROP AS
    SELECT r.*, i.id AS item_id, coalesce(i.quantity, s.quantity, 1) AS units, i.activation_limit AS places,
      coalesce(i.refunded_quantity, 0) AS units_back,
      (r.order_item_id IS NULL OR EXISTS (SELECT 1 FROM subscription_item x WHERE x.order_item_id = i.id)) AS recurs
    FROM api_resource r
    LEFT JOIN subscription_item s ON s.id = r.subscription_item_id
    LEFT JOIN order_item i ON i.id = coalesce(r.order_item_id, s.order_item_id)
    WHERE NOT EXISTS (SELECT 1 FROM resource_grant g WHERE g.api_resource_id = r.id);

  INSERT INTO resource_grant (api_resource_id, kind, cause, happened_at, fact, recorded_at, actor_kind, via)
  SELECT id, 'purchase', 'order_item:' || coalesce(item_id, id), created_at, jsonb_build_object(
      'kind', 'purchase', 'planId', plan_id, 'units', units, 'placesPerUnit', places, 'isSubscription', recurs,
      'endsAt', fact_instant(expires_at), 'updatesUntil', fact_instant(updates_until)),
    created_at, 'system', 'migration'
  FROM opening;

  INSERT INTO resource_grant (api_resource_id, kind, cause, happened_at, fact, recorded_at, actor_kind, via)
  SELECT o.id, 'refund', 'refund:' || coalesce(f.stripe_refund_id, f.id::text) || ':1', f.created_at, jsonb_build_object(
      'kind', 'refund', 'of', 'order_item:' || o.item_id, 'refundId', coalesce(f.stripe_refund_id, f.id::text),
      'units', x.quantity, 'isAll', false),
    f.created_at, 'system', 'migration'
  FROM opening o
  JOIN refund_item x ON x.order_item_id = o.item_id
  JOIN refund f ON f.id = x.refund_id
  WHERE x.quantity > 0 AND f.status <> 'failed';

  -- After the purchase and its refunds in time too: the record is read in the order things happened.
  INSERT INTO resource_grant (api_resource_id, kind, cause, happened_at, fact, recorded_at, actor_kind, via)
  SELECT id, 'carried_over', 'carried_over', statement_timestamp(), jsonb_build_object(
      'kind', 'carried_over', 'isUnlimited', activation_limit IS NULL,
      'limitChange', CASE WHEN activation_limit IS NULL THEN 0
        WHEN units_back >= units THEN activation_limit - coalesce(places, 0) * units
        ELSE activation_limit - coalesce(places, 0) * (units - units_back) END,
      'endsAt', fact_instant(expires_at), 'updatesUntil', fact_instant(updates_until),
      'graceUntil', fact_instant(grace_until), 'isSuspended', suspended_at IS NOT NULL,
      'isRevoked', revoked_at IS NOT NULL AND units_back < units),
    statement_timestamp(), 'system', 'migration'
  FROM opening;

  DROP TABLE opening;
END $$;

SELECT carry_over_resources();
