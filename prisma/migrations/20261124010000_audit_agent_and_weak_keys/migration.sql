-- What program or browser somebody did it with, beside the address. Outside the seals, so that the seals of older entries hold
-- and it can be forgotten after 90 days (ADR 0127).
ALTER TABLE audit_entry ADD COLUMN agent TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_agent_length CHECK (char_length(agent) <= 200);

-- For forgetting: the few entries that have one, oldest first.
CREATE INDEX audit_entry_agent_at_idx ON audit_entry (at) WHERE agent <> '';

-- The one change that an entry allows: its agent is emptied, and nothing else with it.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.agent = '' THEN
    OLD.agent := '';
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;

-- Whether the store holds keys that can be guessed is asked after each wrong key (lib/licensing/note-wrong-key.ts).
CREATE INDEX license_key_weak_idx ON license_key (product_id) WHERE is_weak;
