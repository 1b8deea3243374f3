import { now } from '../clock';
import { hotPool } from '../db/client';

type Seen = { version: string; at: Date };
const holder = globalThis as typeof globalThis & { latchkeySeen?: Map<string, Seen> };
const ROOM = 20_000;
// "Last seen" is told to people in hours; writing it more often would only cost.
const WORTH_WRITING = '10 minutes';

/** Remembers that an active instance spoke, and in which version; `flushSeenActivations` writes it within about a second. */
export function seeActivation(activationId: string, version: string): void {
  const seen = waiting();
  if (seen.size < ROOM) seen.set(activationId, { version, at: now() });
}

/** Writes what was seen in one statement; rows that would hardly change are left alone. */
export async function flushSeenActivations(): Promise<void> {
  const seen = [...waiting()].sort(([a], [b]) => (a < b ? -1 : 1));
  if (seen.length === 0) return;
  waiting().clear();
  await hotPool().query({
    name: 'write_seen_activations',
    text: `UPDATE activation a SET last_seen_at = s.at, version = CASE WHEN s.version = '' THEN a.version ELSE s.version END
           FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS s(id, version, at)
           WHERE a.id = s.id AND (a.last_seen_at < s.at - interval '${WORTH_WRITING}' OR (s.version <> '' AND s.version <> a.version))`,
    values: [seen.map(([id]) => id), seen.map(([, s]) => s.version), seen.map(([, s]) => s.at)],
  });
}

function waiting(): Map<string, Seen> {
  holder.latchkeySeen ??= new Map();
  return holder.latchkeySeen;
}
