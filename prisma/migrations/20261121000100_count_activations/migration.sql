-- The only code that counts activations. Each function is one statement to its caller, takes the row locks it needs in id
-- order before it decides, and leaves counter and rows agreeing. ADR 0003 says why this is a function and not a CTE.

-- Is the right alive at that instant? lib/licensing/resource-state.ts is the same rule for people and logs.
CREATE FUNCTION is_live_resource(r api_resource, at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT r.revoked_at IS NULL AND r.suspended_at IS NULL
     AND (r.expires_at IS NULL OR r.expires_at > at OR coalesce(r.grace_until > at, false))
$$;

-- After a limit or a row has changed: counted activations keep their places first, then the flagged ones come back, oldest
-- first; what does not fit is flagged over-limit. The caller holds the lock on the resource.
CREATE FUNCTION settle_places(p_resource uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_limit integer;
BEGIN
  SELECT activation_limit INTO v_limit FROM api_resource WHERE id = p_resource;
  WITH ranked AS (
    SELECT id, row_number() OVER (ORDER BY over_limit, activated_at, id) AS place
    FROM activation WHERE api_resource_id = p_resource
  )
  UPDATE activation a SET over_limit = coalesce(ranked.place > v_limit, false)
  FROM ranked WHERE ranked.id = a.id AND a.over_limit <> coalesce(ranked.place > v_limit, false);
  UPDATE api_resource SET activation_count =
    (SELECT count(*) FROM activation WHERE api_resource_id = p_resource AND NOT over_limit)
  WHERE id = p_resource;
END $$;

CREATE FUNCTION set_activation_limit(p_resource uuid, p_limit integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM api_resource WHERE id = p_resource FOR UPDATE;
  -- The counter goes first to what the new limit allows, so that the CHECK holds between the two statements.
  UPDATE api_resource SET activation_limit = p_limit, activation_count = least(activation_count, coalesce(p_limit, activation_count))
  WHERE id = p_resource;
  PERFORM settle_places(p_resource);
END $$;

-- The resources that a call may touch: all of the customer's for that product, because an activation may have to move from
-- one of them to another. Locking always this same set makes calls for one customer and product wait for each other.
CREATE FUNCTION lock_called_resources(p_digest bytea[], p_product integer[], p_title text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM api_resource locked
  WHERE locked.id IN (
    SELECT r.id
    FROM unnest(p_digest, p_product, p_title) AS c(digest, product, title)
    JOIN license_key k ON k.digest = c.digest
    JOIN api_resource r ON r.customer_id = k.customer_id AND r.product_id = CASE WHEN c.product IS NULL
      THEN (SELECT pr.id FROM product pr WHERE pr.legacy_title = c.title)
      ELSE (SELECT cn.product_id FROM catalog_number cn WHERE cn.number = c.product) END)
  ORDER BY locked.id
  FOR UPDATE;
END $$;

-- Which of the resources that a key opens match the product asked for, as facts for a verdict. A number may be a plan's or
-- its product's; a title is the legacy software title.
CREATE TYPE matched_resources AS (
  product_id uuid,
  matched integer,
  live integer,
  suspended integer,
  expired integer,
  unlimited boolean,
  limit_total integer,
  used_total integer,
  with_room uuid,
  live_ids uuid[]
);

-- Locks as lock_called_resources does, so a single call needs no lock before it. PL/pgSQL rather than SQL, because its plans
-- are kept for the life of the connection.
CREATE FUNCTION match_resources(p_key license_key, p_product integer, p_title text, p_at timestamptz) RETURNS matched_resources
LANGUAGE plpgsql AS $$
DECLARE
  m matched_resources;
BEGIN
  WITH locked AS MATERIALIZED (
    SELECT r.id, r.number, r.product_id, r.plan_id, r.activation_limit, r.activation_count, r.suspended_at, r.revoked_at,
      is_live_resource(r, p_at) AS live
    FROM api_resource r
    WHERE r.customer_id = p_key.customer_id AND r.product_id = CASE WHEN p_product IS NULL
      THEN (SELECT pr.id FROM product pr WHERE pr.legacy_title = p_title)
      ELSE (SELECT cn.product_id FROM catalog_number cn WHERE cn.number = p_product) END
    ORDER BY r.id
    FOR UPDATE
  )
  SELECT
    min(r.product_id::text)::uuid,
    count(*)::integer,
    count(*) FILTER (WHERE r.live)::integer,
    count(*) FILTER (WHERE r.revoked_at IS NULL AND r.suspended_at IS NOT NULL)::integer,
    count(*) FILTER (WHERE r.revoked_at IS NULL AND r.suspended_at IS NULL AND NOT r.live)::integer,
    coalesce(bool_or(r.activation_limit IS NULL) FILTER (WHERE r.live), false),
    coalesce(sum(r.activation_limit) FILTER (WHERE r.live), 0)::integer,
    coalesce(sum(r.activation_count) FILTER (WHERE r.live), 0)::integer,
    (array_agg(r.id ORDER BY r.number) FILTER (WHERE r.live
       AND (r.activation_limit IS NULL OR r.activation_count < r.activation_limit)))[1],
    coalesce(array_agg(r.id) FILTER (WHERE r.live), '{}')
  INTO m
  FROM locked r
  WHERE (p_key.api_resource_id IS NULL OR r.id = p_key.api_resource_id)
    AND (p_product IS NULL
      OR EXISTS (SELECT 1 FROM plan pl WHERE pl.id = r.plan_id AND pl.number = p_product)
      OR EXISTS (SELECT 1 FROM product pr WHERE pr.id = r.product_id AND pr.number = p_product));
  RETURN m;
END $$;

-- Why a key opens nothing for a product; null when it opens something. The order of the tests is the order of the answers.
CREATE FUNCTION refusal_of(p_key license_key, p_customer_disabled boolean, m matched_resources) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_key.id IS NULL OR p_key.replaced_at IS NOT NULL OR p_key.customer_id IS NULL THEN RETURN 'key_not_found'; END IF;
  IF p_customer_disabled OR p_key.disabled_at IS NOT NULL THEN RETURN 'access_disabled'; END IF;
  IF m.live > 0 THEN RETURN NULL; END IF;
  IF p_key.api_resource_id IS NOT NULL
     AND EXISTS (SELECT 1 FROM api_resource r WHERE r.id = p_key.api_resource_id AND r.revoked_at IS NOT NULL)
  THEN RETURN 'revoked'; END IF;
  IF m.matched = 0 THEN RETURN 'wrong_product'; END IF;
  IF m.suspended > 0 THEN RETURN 'suspended'; END IF;
  IF m.expired > 0 THEN RETURN 'expired'; END IF;
  RETURN 'revoked';
END $$;

-- One call by itself: every case there is.
CREATE FUNCTION activate_one(
  p_at timestamptz, p_strict boolean, p_digest bytea, p_product integer, p_title text, p_instance text,
  p_label text, p_version text, p_address text, p_requested text
) RETURNS TABLE (
  outcome text, key_kind license_key_kind, customer_id uuid, api_resource_id uuid, activation_id uuid,
  unlimited boolean, limit_total integer, used_total integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  k license_key;
  m matched_resources;
  v_disabled boolean;
  v_existing activation;
  v_existing_live boolean;
  v_existing_key_dead boolean;
BEGIN
  SELECT lk.* INTO k FROM license_key lk WHERE lk.digest = p_digest;
  m := match_resources(k, p_product, p_title, p_at);
  -- Read again under the lock: whoever disables a customer or a key takes the same lock first.
  SELECT lk.* INTO k FROM license_key lk WHERE lk.id = k.id;
  v_disabled := EXISTS (SELECT 1 FROM customer c WHERE c.id = k.customer_id AND c.disabled_at IS NOT NULL);
  outcome := refusal_of(k, v_disabled, m);
  key_kind := k.kind; customer_id := k.customer_id;
  unlimited := m.unlimited; limit_total := m.limit_total; used_total := m.used_total;
  IF outcome IS NOT NULL THEN RETURN NEXT; RETURN; END IF;

  -- An instance that is alive under another product of this customer is a refusal (wc-am.md 5.8), so it is looked at first.
  SELECT a.* INTO v_existing FROM activation a JOIN api_resource r ON r.id = a.api_resource_id
  WHERE a.customer_id = k.customer_id AND a.instance = p_instance
    AND (a.product_id = m.product_id OR is_live_resource(r, p_at))
  ORDER BY a.product_id = m.product_id LIMIT 1;
  IF v_existing.id IS NOT NULL THEN
    SELECT is_live_resource(r, p_at) INTO v_existing_live FROM api_resource r WHERE r.id = v_existing.api_resource_id;
    SELECT lk.replaced_at IS NOT NULL OR lk.disabled_at IS NOT NULL INTO v_existing_key_dead
    FROM license_key lk WHERE lk.id = v_existing.license_key_id;
    IF v_existing.product_id <> m.product_id THEN
      outcome := 'already_active';
    ELSIF v_existing_live AND NOT v_existing.over_limit THEN
      IF v_existing.api_resource_id = ANY (m.live_ids) AND (v_existing_key_dead OR (v_existing.license_key_id = k.id AND NOT p_strict)) THEN
        outcome := 'active';
        UPDATE activation a SET license_key_id = k.id, label = p_label,
          version = CASE WHEN p_version = '' THEN a.version ELSE p_version END, last_seen_at = p_at
        WHERE a.id = v_existing.id;
        api_resource_id := v_existing.api_resource_id; activation_id := v_existing.id;
      ELSE
        outcome := 'already_active';
      END IF;
    END IF;
    IF outcome IS NOT NULL THEN RETURN NEXT; RETURN; END IF;
  END IF;

  IF m.with_room IS NULL THEN outcome := 'limit_reached'; RETURN NEXT; RETURN; END IF;
  api_resource_id := m.with_room;
  UPDATE api_resource r SET activation_count = r.activation_count + 1 WHERE r.id = m.with_room;
  IF v_existing.id IS NULL THEN
    INSERT INTO activation AS a (api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
      requested_product, activated_at, last_seen_at)
    VALUES (m.with_room, k.customer_id, m.product_id, k.id, p_instance, p_label, p_version, p_address,
      p_requested, p_at, p_at)
    RETURNING a.id INTO activation_id;
  ELSE
    -- The row stands on a right that has ended, or beyond its limit: it moves to the place just taken.
    activation_id := v_existing.id;
    UPDATE activation a SET api_resource_id = m.with_room, license_key_id = k.id, label = p_label, version = p_version,
      address = p_address, requested_product = p_requested, over_limit = false, activated_at = p_at, last_seen_at = p_at
    WHERE a.id = v_existing.id;
    PERFORM settle_places(v_existing.api_resource_id);
  END IF;
  INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
  VALUES (p_at, 'client', k.customer_id, 'key:' || k.hint, p_address, 'activation.create', 'activation', activation_id::text,
    jsonb_build_object('apiResourceId', m.with_room, 'instance', p_instance, 'label', p_label));
  outcome := 'activated';
  used_total := m.used_total + 1;
  RETURN NEXT;
END $$;

-- Takes a place for each call. Most calls of a herd are plain: a good key, a new instance. They are decided and written
-- together in one set-based statement; whatever is not plain (a repeat, a move, a refusal, a second key for the same
-- licences in the same list) is decided after them, one by one, under the same locks and in the same transaction.
CREATE FUNCTION activate_calls(
  p_at timestamptz, p_strict boolean,
  p_digest bytea[], p_product integer[], p_title text[], p_instance text[],
  p_label text[], p_version text[], p_address text[], p_requested text[]
) RETURNS TABLE (
  call integer, outcome text, key_kind license_key_kind, customer_id uuid, api_resource_id uuid, activation_id uuid,
  unlimited boolean, limit_total integer, used_total integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_rest integer[] := '{}';
  v_call integer;
BEGIN
  IF cardinality(p_digest) = 1 THEN
    RETURN QUERY SELECT 1, one.* FROM activate_one(p_at, p_strict, p_digest[1], p_product[1], p_title[1], p_instance[1],
      p_label[1], p_version[1], p_address[1], p_requested[1]) one;
    RETURN;
  END IF;
  PERFORM lock_called_resources(p_digest, p_product, p_title);
  FOR call, outcome, key_kind, customer_id, api_resource_id, activation_id, unlimited, limit_total, used_total IN
    WITH asked AS MATERIALIZED (
      SELECT c.n::integer AS n, c.product, c.title, c.instance, c.label, c.version, c.address, c.requested,
        k.id AS key_id, k.kind, k.hint, k.customer_id, k.api_resource_id AS own_resource
      FROM unnest(p_digest, p_product, p_title, p_instance, p_label, p_version, p_address, p_requested) WITH ORDINALITY
        AS c(digest, product, title, instance, label, version, address, requested, n)
      JOIN license_key k ON k.digest = c.digest AND k.replaced_at IS NULL AND k.disabled_at IS NULL
      JOIN customer u ON u.id = k.customer_id AND u.disabled_at IS NULL
      -- A scalar look-up, so that both columns of the index are used whatever the planner expects of the list.
      WHERE (SELECT true FROM activation x WHERE x.customer_id = k.customer_id AND x.instance = c.instance LIMIT 1) IS NULL
    ),
    opened AS MATERIALIZED (
      SELECT a.n, r.id, r.number, r.product_id, r.activation_limit, r.activation_count,
        coalesce(r.activation_limit - r.activation_count, 2147483647)::bigint AS room
      FROM asked a
      JOIN api_resource r ON r.customer_id = a.customer_id AND (a.own_resource IS NULL OR r.id = a.own_resource)
      JOIN plan pl ON pl.id = r.plan_id
      JOIN product pr ON pr.id = r.product_id
      WHERE (pl.number = a.product OR pr.number = a.product OR pr.legacy_title = a.title) AND is_live_resource(r, p_at)
    ),
    counted AS MATERIALIZED (
      SELECT o.n, o.product_id, bool_or(o.activation_limit IS NULL) AS unlimited,
        coalesce(sum(o.activation_limit), 0)::integer AS limit_total, sum(o.activation_count)::integer AS used_total
      FROM opened o GROUP BY o.n, o.product_id
    ),
    -- The first call for a customer and product leads; those that ask exactly like it share its resources, in order.
    led AS (
      SELECT a.*, t.product_id, t.unlimited, t.limit_total, t.used_total,
        first_value(a.n) OVER licences AS leader,
        (first_value(a.key_id) OVER licences, first_value(a.product) OVER licences, first_value(a.title) OVER licences)
          IS NOT DISTINCT FROM (a.key_id, a.product, a.title) AS like_leader,
        row_number() OVER (PARTITION BY a.customer_id, a.instance ORDER BY a.n) AS repeat
      FROM asked a JOIN counted t ON t.n = a.n
      WINDOW licences AS (PARTITION BY a.customer_id, t.product_id ORDER BY a.n)
    ),
    plain AS MATERIALIZED (
      SELECT l.*, row_number() OVER (PARTITION BY l.leader ORDER BY l.n) AS rank
      FROM led l WHERE l.like_leader AND l.repeat = 1
    ),
    rooms AS MATERIALIZED (
      SELECT o.n AS leader, o.id AS resource_id, o.room,
        sum(o.room) OVER (PARTITION BY o.n ORDER BY o.number) AS up_to
      FROM opened o WHERE o.room > 0 AND o.n IN (SELECT p.leader FROM plain p)
    ),
    placed AS MATERIALIZED (
      SELECT p.n, rooms.resource_id, gen_random_uuid() AS activation_id
      FROM plain p JOIN rooms ON rooms.leader = p.leader AND p.rank <= rooms.up_to AND p.rank > rooms.up_to - rooms.room
    ),
    written AS (
      INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
        requested_product, activated_at, last_seen_at)
      SELECT placed.activation_id, placed.resource_id, p.customer_id, p.product_id, p.key_id, p.instance, p.label, p.version,
        p.address, p.requested, p_at, p_at
      FROM placed JOIN plain p ON p.n = placed.n
    ),
    raised AS (
      UPDATE api_resource r SET activation_count = r.activation_count + more.places
      FROM (SELECT resource_id, count(*)::integer AS places FROM placed GROUP BY resource_id) more
      WHERE r.id = more.resource_id
    ),
    audited AS (
      INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
      SELECT p_at, 'client', p.customer_id, 'key:' || p.hint, p.address, 'activation.create', 'activation',
        placed.activation_id::text, jsonb_build_object('apiResourceId', placed.resource_id, 'instance', p.instance, 'label', p.label)
      FROM placed JOIN plain p ON p.n = placed.n
    )
    SELECT every.n, CASE WHEN p.n IS NULL THEN NULL WHEN placed.n IS NULL THEN 'limit_reached' ELSE 'activated' END,
      p.kind, p.customer_id, placed.resource_id, placed.activation_id, p.unlimited, p.limit_total,
      (p.used_total + CASE WHEN placed.n IS NULL THEN 0 ELSE p.rank END)::integer
    FROM generate_subscripts(p_digest, 1) AS every(n)
    LEFT JOIN plain p ON p.n = every.n
    LEFT JOIN placed ON placed.n = p.n
    ORDER BY every.n
  LOOP
    IF outcome IS NULL THEN v_rest := v_rest || call; ELSE RETURN NEXT; END IF;
  END LOOP;
  FOREACH v_call IN ARRAY v_rest LOOP
    RETURN QUERY SELECT v_call, one.* FROM activate_one(p_at, p_strict, p_digest[v_call], p_product[v_call], p_title[v_call],
      p_instance[v_call], p_label[v_call], p_version[v_call], p_address[v_call], p_requested[v_call]) one;
  END LOOP;
END $$;

CREATE FUNCTION deactivate_calls(
  p_at timestamptz, p_digest bytea[], p_product integer[], p_title text[], p_instance text[], p_address text[]
) RETURNS TABLE (
  call integer, outcome text, key_kind license_key_kind, customer_id uuid, api_resource_id uuid, activation_id uuid,
  unlimited boolean, limit_total integer, used_total integer
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  k license_key;
  m matched_resources;
  v_disabled boolean;
  v_gone activation;
BEGIN
  PERFORM lock_called_resources(p_digest, p_product, p_title);
  FOR call IN 1 .. cardinality(p_digest) LOOP
    api_resource_id := NULL; activation_id := NULL; k := NULL; m := NULL; v_gone := NULL;
    SELECT lk.* INTO k FROM license_key lk WHERE lk.digest = p_digest[call];
    SELECT c.disabled_at IS NOT NULL INTO v_disabled FROM customer c WHERE c.id = k.customer_id;
    m := match_resources(k, p_product[call], p_title[call], p_at);
    outcome := refusal_of(k, v_disabled, m);
    key_kind := k.kind; customer_id := k.customer_id;
    unlimited := m.unlimited; limit_total := m.limit_total; used_total := m.used_total;
    IF outcome IS NOT NULL THEN RETURN NEXT; CONTINUE; END IF;

    -- Scoped to what this key opens: another customer's instance is simply not there (wc-am.md 5.8).
    DELETE FROM activation a
    WHERE a.customer_id = k.customer_id AND a.instance = p_instance[call] AND a.api_resource_id = ANY (m.live_ids)
    RETURNING a.* INTO v_gone;
    IF v_gone.id IS NULL THEN outcome := 'activation_not_found'; RETURN NEXT; CONTINUE; END IF;
    api_resource_id := v_gone.api_resource_id; activation_id := v_gone.id;
    PERFORM give_back_place(v_gone);
    m := match_resources(k, p_product[call], p_title[call], p_at);
    used_total := m.used_total;
    INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, before)
    VALUES (p_at, 'client', k.customer_id, 'key:' || k.hint, p_address[call], 'activation.delete', 'activation', v_gone.id::text,
      jsonb_build_object('apiResourceId', v_gone.api_resource_id, 'instance', v_gone.instance, 'label', v_gone.label));
    outcome := 'deactivated';
    RETURN NEXT;
  END LOOP;
END $$;

-- The row is already gone. Without flagged rows the counter simply falls by one.
CREATE FUNCTION give_back_place(gone activation) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF gone.over_limit THEN RETURN; END IF;
  IF EXISTS (SELECT 1 FROM activation WHERE api_resource_id = gone.api_resource_id AND over_limit) THEN
    PERFORM settle_places(gone.api_resource_id);
  ELSE
    UPDATE api_resource SET activation_count = activation_count - 1 WHERE id = gone.api_resource_id;
  END IF;
END $$;

-- A person deletes an activation (My Account, admin). A null owner means an admin, who may delete anybody's.
CREATE FUNCTION delete_activation(p_activation uuid, p_owner uuid) RETURNS SETOF activation LANGUAGE plpgsql AS $$
DECLARE
  v_gone activation;
BEGIN
  PERFORM 1 FROM api_resource r
  WHERE r.id = (SELECT a.api_resource_id FROM activation a
                WHERE a.id = p_activation AND (p_owner IS NULL OR a.customer_id = p_owner))
  FOR UPDATE;
  DELETE FROM activation a WHERE a.id = p_activation AND (p_owner IS NULL OR a.customer_id = p_owner) RETURNING a.* INTO v_gone;
  IF v_gone.id IS NULL THEN RETURN; END IF;
  PERFORM give_back_place(v_gone);
  RETURN NEXT v_gone;
END $$;
