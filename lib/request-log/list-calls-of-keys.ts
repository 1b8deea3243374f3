import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';

/** A call that came with one of some keys, as far as the holder of the key may read it: not where it came from. */
export type CallOfKey = {
  keyHint: string;
  at: Date;
  outcome: string;
  /** As the client wrote it. */
  product: string;
  instance: string;
  /** The site that WordPress names in its user agent; empty for other software. */
  host: string;
};

/** Of a key that calls very often, no more than its newest calls are looked through. */
export const LOOKED_THROUGH = 5_000;
const MOST_CALLS = 200;

/**
 * The newest calls with these outcomes among the newest of each key, the newest first. `since` is the key's own beginning:
 * before it another one may have had the same hint.
 */
export async function listCallsOfKeys(
  keys: readonly { hint: string; since: Date }[],
  outcomes: readonly string[],
): Promise<CallOfKey[]> {
  if (keys.length === 0) return [];
  return inListRead((tx) => tx.$queryRaw<CallOfKey[]>(callsOfKeysStatement(keys, outcomes)));
}

/** The statement. The newest calls are chosen by the index of the hint before their outcomes are looked at. */
export function callsOfKeysStatement(
  keys: readonly { hint: string; since: Date }[],
  outcomes: readonly string[],
): Prisma.Sql {
  const [hints, sinces] = [keys.map(({ hint }) => hint), keys.map(({ since }) => since)];
  return Prisma.sql`
    SELECT c.key_hint AS "keyHint", c.at, c.outcome, c.product, c.instance,
      coalesce(calling_host(c.user_agent), '') AS host
    FROM unnest(${hints}::text[], ${sinces}::timestamptz[]) AS key(hint, since)
    CROSS JOIN LATERAL (
      SELECT * FROM request_log_entry WHERE key_hint = key.hint AND at >= key.since ORDER BY at DESC LIMIT ${LOOKED_THROUGH}
    ) c
    WHERE c.outcome = ANY (${[...outcomes]}::text[])
    ORDER BY c.at DESC, c.id DESC LIMIT ${MOST_CALLS}`;
}
