-- Releases that are drafted, published and withdrawn, and who may have which of them.

ALTER TABLE product
  ADD COLUMN keeps_releases boolean NOT NULL DEFAULT true,
  ADD COLUMN delivers_files boolean NOT NULL DEFAULT true;

ALTER TABLE plan
  ADD COLUMN update_days integer,
  ADD CONSTRAINT plan_update_days_positive CHECK (update_days > 0);

ALTER TABLE order_item
  ADD COLUMN update_days integer,
  ADD CONSTRAINT order_item_update_days_positive CHECK (update_days > 0);

ALTER TABLE api_resource ADD COLUMN wants_beta boolean NOT NULL DEFAULT false;

-- A value of the release counts where it is set, so an empty one must be null.
ALTER TABLE release
  ADD COLUMN requires_version text,
  ADD COLUMN tested_version text,
  ADD COLUMN requires_php text,
  ADD COLUMN yank_reason text,
  ADD CONSTRAINT release_requirements_not_empty CHECK (requires_version <> '' AND tested_version <> '' AND requires_php <> ''),
  ADD CONSTRAINT release_yanked_was_published CHECK (yanked_at IS NULL OR published_at IS NOT NULL),
  ADD CONSTRAINT release_yank_reason_fits CHECK (yank_reason IS NULL OR yanked_at IS NOT NULL);

ALTER TABLE artifact ADD COLUMN verified_at timestamptz(3);
-- So far a file came into the table only through the store's own hands, which measured it.
UPDATE artifact SET verified_at = created_at WHERE source = 'local';

-- A file that a published release names is not taken away, whatever the code above does.
CREATE FUNCTION keep_published_artifact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM release WHERE id = OLD.release_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a published release names artifact %', OLD.id;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER artifact_of_published_release BEFORE DELETE ON artifact
  FOR EACH ROW EXECUTE FUNCTION keep_published_artifact();
