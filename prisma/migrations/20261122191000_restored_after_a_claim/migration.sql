-- Taking a deletion back is a way to a place like the others, so it asks for the instance first (ADR 0110): the client may have
-- activated it under another product of its customer meanwhile, and one instance holds a place for one product.
DROP FUNCTION restore_activation(jsonb);

-- A deleted activation comes back as it was, if nobody has its place or its instance by now. One that stood beyond the limit
-- needs no place. Answers restored, limit_reached, taken_again or licence_gone. Whoever restores several locks their licences
-- before the first.
CREATE FUNCTION restore_activation(p_gone jsonb, p_at timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  gone activation;
  r api_resource;
  v_has_room boolean;
BEGIN
  gone := jsonb_populate_record(NULL::activation, p_gone);
  SELECT * INTO r FROM api_resource WHERE id = gone.api_resource_id FOR UPDATE;
  IF r.id IS NULL OR NOT EXISTS (SELECT 1 FROM license_key k WHERE k.id = gone.license_key_id) THEN RETURN 'licence_gone'; END IF;
  IF EXISTS (SELECT 1 FROM activation a WHERE a.id = gone.id) THEN RETURN 'taken_again'; END IF;
  -- A statement of its own: one that claims and looks would look by its snapshot from before it waited.
  PERFORM claim_instance(gone.customer_id, gone.instance);
  -- Under another product it stands in the way while that right lives, as for activate_one; a row on a right that has ended
  -- is kept beside this one.
  IF EXISTS (
    SELECT 1 FROM activation a JOIN api_resource held ON held.id = a.api_resource_id
    WHERE a.customer_id = gone.customer_id AND a.instance = gone.instance
      AND (a.product_id = gone.product_id OR is_live_resource(held, p_at)))
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
