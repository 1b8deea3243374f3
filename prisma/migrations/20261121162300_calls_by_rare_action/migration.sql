-- Nearly every client call is one of these, and found quickly by its time: only the others are indexed by what they ask, so
-- that writing the log costs less. lib/request-log/call-filter.ts says the same, letter by letter.
DROP INDEX "request_log_entry_action_at_idx";
CREATE INDEX "request_log_entry_rare_action_at_idx" ON "request_log_entry"("action", "at")
  WHERE action NOT IN ('status', 'update', 'updates', 'pluginupdatecheck');
