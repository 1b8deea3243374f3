-- What the admin lists need to stay fast over a million activations (ADR 0076). Every index on activation is paid for by each
-- activate, so there is one for each order in which the list is read, as narrow as it can be, and none besides.

-- The week in which it last spoke. "Last seen" itself is written up to six times an hour for each installation; with an
-- index on it, each of those writes would touch every index of the table.
ALTER TABLE "activation" ADD COLUMN "seen_week" INTEGER
  GENERATED ALWAYS AS (floor(extract(epoch FROM last_seen_at AT TIME ZONE 'UTC') / 604800)::integer) STORED;

-- Newest first: of everything, of a product, of one version of it. Rows of one instant are few, so the id is left out.
CREATE INDEX "activation_activated_at_idx" ON "activation"("activated_at");
CREATE INDEX "activation_product_id_activated_at_idx" ON "activation"("product_id", "activated_at");
CREATE INDEX "activation_product_id_version_activated_at_idx" ON "activation"("product_id", "version", "activated_at");
CREATE INDEX "activation_seen_week_idx" ON "activation"("seen_week");
CREATE INDEX "activation_instance_idx" ON "activation" USING hash ("instance");

-- Those beyond a lowered limit: few, so they cost an activate nothing.
CREATE INDEX "activation_over_limit_idx" ON "activation"("activated_at") WHERE over_limit;
CREATE INDEX "activation_over_limit_resource_idx" ON "activation"("api_resource_id") WHERE over_limit;

-- A host as an admin types it: in small letters, without scheme and "www.". lib/licensing/activation-filter.ts does the same.
CREATE FUNCTION activation_host(label text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(label), '^(https?://)?(www\.)?', '')
$$;
CREATE INDEX "activation_host_idx" ON "activation"(activation_host(label) text_pattern_ops);

-- Licences, by number, and those with an end by their end.
CREATE INDEX "api_resource_product_id_number_idx" ON "api_resource"("product_id", "number");
CREATE INDEX "api_resource_expires_at_number_idx" ON "api_resource"("expires_at", "number");
CREATE INDEX "api_resource_order_number_idx" ON "api_resource"("order_number");
CREATE INDEX "api_resource_suspended_idx" ON "api_resource"("number") WHERE suspended_at IS NOT NULL;
CREATE INDEX "api_resource_revoked_idx" ON "api_resource"("number") WHERE revoked_at IS NOT NULL;

-- What an admin changed with one press, kept for a day so that the same admin can take it back.
CREATE TABLE "bulk_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    -- licence.suspend, licence.resume, licence.extend, activation.delete
    "kind" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    -- The rows that changed, each as it was before and, where somebody else may change it too, as it was after.
    "changed" JSONB NOT NULL,
    "changed_count" INTEGER NOT NULL,
    "left_count" INTEGER NOT NULL,
    -- How many of them came back.
    "undone_count" INTEGER,

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bulk_change_undone_check" CHECK (("undone_at" IS NULL) = ("undone_count" IS NULL))
);
CREATE INDEX "bulk_change_at_idx" ON "bulk_change"("at");

-- A deleted activation comes back as it was, if nobody has its place or its instance by now. One that stood beyond the limit
-- needs no place. Answers restored, limit_reached, taken_again or licence_gone.
CREATE FUNCTION restore_activation(p_gone jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  gone activation;
  r api_resource;
  v_has_room boolean;
BEGIN
  gone := jsonb_populate_record(NULL::activation, p_gone);
  SELECT * INTO r FROM api_resource WHERE id = gone.api_resource_id FOR UPDATE;
  IF r.id IS NULL OR NOT EXISTS (SELECT 1 FROM license_key k WHERE k.id = gone.license_key_id) THEN RETURN 'licence_gone'; END IF;
  IF EXISTS (SELECT 1 FROM activation a WHERE a.id = gone.id)
    OR EXISTS (SELECT 1 FROM activation a WHERE a.customer_id = gone.customer_id AND a.instance = gone.instance
               AND a.product_id = gone.product_id)
  THEN RETURN 'taken_again'; END IF;
  v_has_room := r.activation_limit IS NULL OR r.activation_count < r.activation_limit;
  IF NOT v_has_room AND NOT gone.over_limit THEN RETURN 'limit_reached'; END IF;
  INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
    requested_product, over_limit, activated_at, last_seen_at)
  VALUES (gone.id, gone.api_resource_id, gone.customer_id, gone.product_id, gone.license_key_id, gone.instance, gone.label,
    gone.version, gone.address, gone.requested_product, NOT v_has_room, gone.activated_at, gone.last_seen_at);
  IF v_has_room THEN UPDATE api_resource SET activation_count = activation_count + 1 WHERE id = r.id; END IF;
  RETURN 'restored';
END $$;
