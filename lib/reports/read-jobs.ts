import { db } from '../db/client';

/** The jobs of one kind that are not done. */
export type JobQueue = {
  /** As its handler is called: `mail`, `dropbox.save`. */
  kind: string;
  /** Due or under way. */
  waiting: number;
  /** Of those that are due: since when the oldest is. */
  oldestDueAt: Date | null;
  /** Set for later on purpose, or after a failure. */
  later: number;
  /** Given up: nobody tries them again by themselves. */
  dead: number;
  lastError: string | null;
};

/** What the store still has to do, by kind, those that were given up first. */
export function readJobs(at: Date): Promise<JobQueue[]> {
  return db().$queryRaw<JobQueue[]>`
    SELECT kind,
      (count(*) FILTER (WHERE dead_at IS NULL AND available_at <= ${at}))::int AS waiting,
      min(available_at) FILTER (WHERE dead_at IS NULL AND available_at <= ${at}) AS "oldestDueAt",
      (count(*) FILTER (WHERE dead_at IS NULL AND available_at > ${at}))::int AS later,
      (count(*) FILTER (WHERE dead_at IS NOT NULL))::int AS dead,
      (array_agg(last_error ORDER BY available_at DESC) FILTER (WHERE last_error IS NOT NULL))[1] AS "lastError"
    FROM outbox_entry WHERE done_at IS NULL
    GROUP BY kind ORDER BY (count(*) FILTER (WHERE dead_at IS NOT NULL)) DESC, kind`;
}
