-- A refusal of the client API names its call, and the log is searched for that name (ADR 0118). Served calls have none, so
-- writing them costs nothing here.
ALTER TABLE "request_log_entry" ADD COLUMN "request_id" TEXT;
CREATE INDEX "request_log_entry_request_id_idx" ON "request_log_entry"("request_id") WHERE request_id IS NOT NULL;
