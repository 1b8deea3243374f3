-- What was downloaded, by whom and by which kind of link. No references to other tables: a line outlives what it names, as in
-- the request log, and a batch of lines is never refused because one of them names something that is gone.

CREATE TABLE download_entry (
  id bigserial PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  requests integer NOT NULL,
  way text NOT NULL,
  outcome text NOT NULL,
  detail text NOT NULL DEFAULT '',
  customer_id uuid,
  api_resource_id uuid,
  artifact_id uuid,
  activation_id uuid,
  address text NOT NULL DEFAULT '',
  user_agent text NOT NULL DEFAULT '',
  is_partial boolean NOT NULL,
  sameness bytea NOT NULL,
  CONSTRAINT download_entry_way_known CHECK (way IN ('link', 'package', 'dropbox')),
  CONSTRAINT download_entry_requests_positive CHECK (requests > 0),
  CONSTRAINT download_entry_in_order CHECK (last_at >= at)
);

CREATE INDEX download_entry_at_idx ON download_entry (at);
CREATE INDEX download_entry_sameness_at_idx ON download_entry (sameness, at);
CREATE INDEX download_entry_customer_id_artifact_id_at_idx ON download_entry (customer_id, artifact_id, at);
CREATE INDEX download_entry_artifact_id_at_idx ON download_entry (artifact_id, at);
