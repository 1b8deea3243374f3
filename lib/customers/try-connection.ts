import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { type AttemptLimit, type TakeAttemptResult, takeAttempt } from './attempt-limit';

/** What a Test button of the settings reaches out to. */
export type ConnectionName = 'smtp' | 'stripe' | 's3' | 'dropbox';

export type TryConnectionResult<T> = { ok: true; answer: T } | Extract<TakeAttemptResult, { ok: false }>;

// Enough to mend an integration by trying; far from what would bother a vendor or fill a mailbox.
const LIMIT: AttemptLimit = { name: 'try-connection', tries: 10, withinMs: 10 * 60_000 };

type Trial<T> = {
  name: ConnectionName;
  actor: Actor & { id: string };
  run: () => Promise<T>;
  works: (answer: T) => boolean;
};

/**
 * Runs the test of an integration for an admin: at most ten of a kind in ten minutes each, and one audit row that says
 * whether it worked. The answer itself, which may quote a vendor, is only returned.
 */
export async function tryConnection<T>(trial: Trial<T>, at: Date = now()): Promise<TryConnectionResult<T>> {
  const { name, actor } = trial;
  const taken = await takeAttempt([{ limit: LIMIT, subject: `${name}|${actor.id}` }], at);
  if (!taken.ok) return taken;
  const answer = await trial.run();
  const after = { works: trial.works(answer) };
  await inTransaction((tx) =>
    recordAudit(tx, { actor, action: 'connection.test', objectKind: 'connection', objectId: name, after, at }),
  );
  return { ok: true, answer };
}
