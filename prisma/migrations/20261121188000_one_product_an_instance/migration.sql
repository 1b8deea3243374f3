-- An instance holds a place for one product of its customer (wc-am.md 5.8). Two calls that name it for two products lock
-- different licences, so neither saw what the other was writing. Whoever wants to place it now claims it first.

-- True when no activation of the customer has this instance; nobody else is told so before this transaction has ended. As a
-- volatile function it sees what was committed while it waited, which the statement around it does not.
CREATE FUNCTION claim_instance(p_customer uuid, p_instance text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(p_customer::text), hashtext(p_instance));
  RETURN (SELECT true FROM activation x WHERE x.customer_id = p_customer AND x.instance = p_instance LIMIT 1) IS NULL;
END $$;

-- As before, but for the claim, and a label that is not sent again stays as it was.
CREATE OR REPLACE FUNCTION activate_one(
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
  SELECT lk.replaced_at, lk.disabled_at, c.disabled_at IS NOT NULL INTO k.replaced_at, k.disabled_at, v_disabled
  FROM license_key lk LEFT JOIN customer c ON c.id = lk.customer_id WHERE lk.id = k.id;
  IF NOT FOUND THEN k := NULL; END IF;
  outcome := refusal_of(k, v_disabled, m);
  key_kind := k.kind; customer_id := k.customer_id;
  unlimited := m.unlimited; limit_total := m.limit_total; used_total := m.used_total;
  IF outcome IS NOT NULL THEN RETURN NEXT; RETURN; END IF;

  PERFORM claim_instance(k.customer_id, p_instance);
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
        UPDATE activation a SET license_key_id = k.id, label = CASE WHEN p_label = '' THEN a.label ELSE p_label END,
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
  outcome := 'activated';
  used_total := m.used_total + 1;
  IF v_existing.id IS NULL THEN
    -- The usual case in one statement: each costs as much in being started as in what it writes.
    activation_id := gen_random_uuid();
    WITH raised AS (
      UPDATE api_resource r SET activation_count = r.activation_count + 1 WHERE r.id = m.with_room
    ), written AS (
      INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
        requested_product, activated_at, last_seen_at)
      VALUES (activation_id, m.with_room, k.customer_id, m.product_id, k.id, p_instance, p_label, p_version, p_address,
        p_requested, p_at, p_at)
    )
    INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
    VALUES (p_at, 'client', k.customer_id, 'key:' || k.hint, p_address, 'activation.create', 'activation', activation_id::text,
      jsonb_build_object('apiResourceId', m.with_room, 'instance', p_instance, 'label', p_label));
  ELSE
    UPDATE api_resource r SET activation_count = r.activation_count + 1 WHERE r.id = m.with_room;
    -- The row stands on a right that has ended, or beyond its limit: it moves to the place just taken.
    activation_id := v_existing.id;
    UPDATE activation a SET api_resource_id = m.with_room, license_key_id = k.id, label = p_label, version = p_version,
      address = p_address, requested_product = p_requested, over_limit = false, activated_at = p_at, last_seen_at = p_at
    WHERE a.id = v_existing.id;
    PERFORM settle_places(v_existing.api_resource_id);
    INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
    VALUES (p_at, 'client', k.customer_id, 'key:' || k.hint, p_address, 'activation.create', 'activation', activation_id::text,
      jsonb_build_object('apiResourceId', m.with_room, 'instance', p_instance, 'label', p_label));
  END IF;
  RETURN NEXT;
END $$;

-- Takes a place for each call. Most calls of a herd are plain: a good key, a new instance. They are decided and written
-- together in one set-based statement; whatever is not plain (a repeat, a move, a refusal, a second key for the same
-- licences in the same list) is decided after them, one by one, under the same locks and in the same transaction.
CREATE OR REPLACE FUNCTION activate_calls(
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
      WHERE claim_instance(k.customer_id, c.instance)
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
      SELECT p.*, rooms.resource_id, gen_random_uuid() AS activation_id
      FROM plain p JOIN rooms ON rooms.leader = p.leader AND p.rank <= rooms.up_to AND p.rank > rooms.up_to - rooms.room
    ),
    written AS (
      INSERT INTO activation (id, api_resource_id, customer_id, product_id, license_key_id, instance, label, version, address,
        requested_product, activated_at, last_seen_at)
      SELECT p.activation_id, p.resource_id, p.customer_id, p.product_id, p.key_id, p.instance, p.label, p.version,
        p.address, p.requested, p_at, p_at
      FROM placed p
    ),
    raised AS (
      UPDATE api_resource r SET activation_count = r.activation_count + more.places
      FROM (SELECT resource_id, count(*)::integer AS places FROM placed GROUP BY resource_id) more
      WHERE r.id = more.resource_id
    ),
    audited AS (
      INSERT INTO audit_entry (at, actor_kind, actor_id, via, address, action, object_kind, object_id, after)
      SELECT p_at, 'client', p.customer_id, 'key:' || p.hint, p.address, 'activation.create', 'activation',
        p.activation_id::text, jsonb_build_object('apiResourceId', p.resource_id, 'instance', p.instance, 'label', p.label)
      FROM placed p
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
