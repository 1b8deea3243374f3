-- Backups and restore drills (ADR 0128): what was asked for, who is at it, and what came of it. The archives lie in the data
-- folder; a row tells of one also after its file was removed.
CREATE TABLE "backup_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "night" DATE,
    "backup_id" UUID,
    "file_name" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" UUID,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_token" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "steps_all" INTEGER NOT NULL DEFAULT 0,
    "size_bytes" BIGINT,
    "tables" INTEGER,
    "rows" BIGINT,
    "files" INTEGER,
    "missing_files" INTEGER,
    "failure" TEXT,
    "detail" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "backup_run" ADD CONSTRAINT "backup_run_backup_id_fkey"
  FOREIGN KEY ("backup_id") REFERENCES "backup_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "backup_run_kind_requested_at_idx" ON "backup_run"("kind", "requested_at");
CREATE INDEX "backup_run_backup_id_idx" ON "backup_run"("backup_id");

ALTER TABLE backup_run
  ADD CONSTRAINT backup_run_is_known CHECK (kind IN ('backup', 'drill') AND cause IN ('schedule', 'admin', 'key', 'command')),
  ADD CONSTRAINT backup_run_drill_is_of_a_backup CHECK ((kind = 'drill') = (backup_id IS NOT NULL)),
  ADD CONSTRAINT backup_run_of_a_night CHECK ((cause = 'schedule') = (night IS NOT NULL)),
  ADD CONSTRAINT backup_run_open_has_no_outcome CHECK (ended_at IS NOT NULL OR failure IS NULL),
  ADD CONSTRAINT backup_run_good_backup_has_a_file CHECK (
    kind <> 'backup' OR ended_at IS NULL OR failure IS NOT NULL OR (file_name IS NOT NULL AND size_bytes IS NOT NULL));

-- One of a kind at a time, and one a night, however many processes plan it.
CREATE UNIQUE INDEX "backup_run_open_key" ON "backup_run"("kind") WHERE ended_at IS NULL;
CREATE UNIQUE INDEX "backup_run_night_key" ON "backup_run"("kind", "night") WHERE night IS NOT NULL;
