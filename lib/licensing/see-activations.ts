import { now } from '../clock';
import { hotPool } from '../db/client';

/** An activation as a read found it. */
export type FoundActivation = {
  id: string;
  version: string;
  /** When it was last noted as seen, in milliseconds since 1970. */
  seenAt: number;
};

type Seen = { version: string; at: Date };
const holder = globalThis as typeof globalThis & { latchkeySeen?: Map<string, Seen> };
const ROOM = 20_000;
// "Last seen" is told to people in hours; writing it more often would only cost.
const WORTH_WRITING_MS = 10 * 60_000;

/**
 * Remembers that an active instance spoke, and in which version (empty when it did not say), if the row does not tell so
 * already. `flushSeenActivations` writes it within about a second.
 */
export function seeActivation(found: FoundActivation, version: string): void {
  const at = now();
  const isKnown = version === '' || version === found.version;
  if (isKnown && at.getTime() - found.seenAt < WORTH_WRITING_MS) return;
  const seen = waiting();
  const earlier = seen.get(found.id);
  if (earlier) seen.set(found.id, { version: version === '' ? earlier.version : version, at });
  else if (seen.size < ROOM) seen.set(found.id, { version, at });
}

/**
 * Writes what was seen in one statement, in the order of the ids, so that two processes never wait for each other. The
 * character 0, which no text of the database may hold, is left out: one odd client must not cost the others their line.
 */
export async function flushSeenActivations(): Promise<void> {
  const seen = [...waiting()].sort(([a], [b]) => (a < b ? -1 : 1));
  if (seen.length === 0) return;
  waiting().clear();
  await hotPool().query({
    name: 'write_seen_activations',
    text: `UPDATE activation a SET last_seen_at = s.at, version = CASE WHEN s.version = '' THEN a.version ELSE s.version END
           FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS s(id, version, at)
           WHERE a.id = s.id`,
    values: [seen.map(([id]) => id), seen.map(([, s]) => s.version.replaceAll('\0', '')), seen.map(([, s]) => s.at)],
  });
}

function waiting(): Map<string, Seen> {
  holder.latchkeySeen ??= new Map();
  return holder.latchkeySeen;
}
