import { db } from '../db/client';

/** What looked unusual about a key (row 3.15). */
export type FlagKind = 'new_network' | 'busy' | 'errors' | 'woken' | 'dead_key_used';

export type KeyFlag = {
  id: string;
  sid: string;
  kind: FlagKind;
  at: Date;
  facts: FlagFacts;
};

/** What was seen, in numbers or texts of the kind: `address`, `calls`, `mean`, `errors`, `idle_days`, `uses`. Never a key. */
export type FlagFacts = Record<string, string | number>;

const MOST = 100;

/** The flags of one key since an instant, newest first. The caller checks whose key it is. */
export async function listKeyFlags(sid: string, since: Date): Promise<KeyFlag[]> {
  return read({ sid, at: { gte: since } });
}

/** The flags of all keys of an owner since an instant, newest first, with those of keys that are gone. */
export async function listOwnerFlags(customerId: string, since: Date): Promise<KeyFlag[]> {
  return read({ customerId, at: { gte: since } });
}

async function read(where: { sid?: string; customerId?: string; at: { gte: Date } }): Promise<KeyFlag[]> {
  const rows = await db().accessFlag.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: MOST });
  return rows.map(({ id, sid, kind, at, facts }) => {
    // raise-flags is the only writer of both; the column's CHECK names the same kinds.
    return { id, sid, kind: kind as FlagKind, at, facts: facts as FlagFacts };
  });
}
