-- What the lists of the logs need to answer by index (ADR 0083). The request log is written in batches of up to thousands of
-- rows, so what is searched in all of it (who called, for what) has an index, and what is asked about refusals alone has one
-- of refusals alone. Rows of one instant are few, so the id is left out.
CREATE INDEX "request_log_entry_key_hint_at_idx" ON "request_log_entry"("key_hint", "at");
CREATE INDEX "request_log_entry_instance_at_idx" ON "request_log_entry"("instance", "at");
CREATE INDEX "request_log_entry_address_at_idx" ON "request_log_entry"("address", "at");
CREATE INDEX "request_log_entry_product_at_idx" ON "request_log_entry"("product", "at");
CREATE INDEX "request_log_entry_action_at_idx" ON "request_log_entry"("action", "at");

-- lib/request-log/call-filter.ts says the same of every question about refusals, letter by letter.
CREATE INDEX "request_log_entry_refused_at_idx" ON "request_log_entry"("at")
  WHERE outcome NOT IN ('ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed');
CREATE INDEX "request_log_entry_refused_outcome_at_idx" ON "request_log_entry"("outcome", "at")
  WHERE outcome NOT IN ('ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed');

-- The site that WordPress names in its user agent ("WordPress/6.4; https://www.example.test/shop"), as activation_host has it.
CREATE FUNCTION calling_host(user_agent text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substring(lower(user_agent) FROM '; https?://(?:www\.)?(.*)$')
$$;
CREATE INDEX "request_log_entry_refused_host_idx" ON "request_log_entry"(calling_host(user_agent) text_pattern_ops, "at")
  WHERE outcome NOT IN ('ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed');

-- The log keeps of a key no more than this.
CREATE INDEX "license_key_hint_idx" ON "license_key"("hint");

-- What people and the store did. Clients write most of the audit, in the hot path, and pay for none of these.
CREATE INDEX "audit_entry_actor_kind_at_idx" ON "audit_entry"("actor_kind", "at") WHERE actor_kind <> 'client';
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at") WHERE actor_kind <> 'client';
CREATE INDEX "audit_entry_action_at_idx" ON "audit_entry"("action", "at") WHERE actor_kind <> 'client';

-- Payment events by type, and by the payment or session they are about.
CREATE INDEX "payment_event_type_received_at_idx" ON "payment_event"("type", "received_at");
CREATE FUNCTION payment_event_subject(payload jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(payload #>> '{data,object,payment_intent}', payload #>> '{data,object,id}')
$$;
CREATE INDEX "payment_event_subject_idx" ON "payment_event"(payment_event_subject(payload));

-- Mails by how the address of their reader begins, and those that are not sent.
CREATE INDEX "outbox_entry_mail_to_prefix_idx" ON "outbox_entry"((payload ->> 'to') text_pattern_ops) WHERE kind = 'mail';
CREATE INDEX "outbox_entry_mail_dead_idx" ON "outbox_entry"("created_at") WHERE kind = 'mail' AND dead_at IS NOT NULL;
CREATE INDEX "outbox_entry_mail_waiting_idx" ON "outbox_entry"("created_at")
  WHERE kind = 'mail' AND done_at IS NULL AND dead_at IS NULL;
