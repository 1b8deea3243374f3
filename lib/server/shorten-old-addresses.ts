import { forgetAgents } from '../audit/forget-agents';
import { now } from '../clock';
import { shortenAddresses } from '../db/shorten-addresses';
import { readState, writeState } from './store-state';

/** How long the logs keep whole addresses, however long they are kept themselves (security.md 2.1). */
const WHOLE_FOR_MS = 90 * 86_400_000;
const DONE_UNTIL = 'addresses_shortened_until';

/** Shortens what became old since the last time; the first time, all that is old. Of the audit it forgets the agents. */
export async function shortenOldAddresses(): Promise<void> {
  const before = new Date(now().getTime() - WHOLE_FOR_MS);
  const done = await readState(DONE_UNTIL);
  await shortenAddresses({ from: new Date(typeof done === 'string' ? done : 0), before });
  await forgetAgents(before);
  await writeState(DONE_UNTIL, before.toISOString());
}
