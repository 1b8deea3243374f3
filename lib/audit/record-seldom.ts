import { now } from '../clock';
import { inTransaction } from '../db/client';
import { countTry } from '../db/count-try';
import { type AuditFact, recordAudit } from './record-audit';

const MINUTE_MS = 60_000;

/**
 * Writes an entry of its own, one within `withinMs` (a minute) for all that are `alike`: what anybody can bring about again
 * and again must not bury the rest of the audit. `alike` names what happened and who did it.
 */
export async function recordSeldom(fact: AuditFact, alike: string, withinMs = MINUTE_MS): Promise<void> {
  const at = fact.at ?? now();
  const { count } = await countTry({ subject: `audit|${alike}`, withinMs }, at);
  if (count === 1) await inTransaction((tx) => recordAudit(tx, { ...fact, at }));
}
