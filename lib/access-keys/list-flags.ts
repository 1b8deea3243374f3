/** What looked unusual about a key (row 3.15). */
export type FlagKind = 'new_network' | 'busy' | 'errors' | 'woken' | 'dead_key_used';

export type KeyFlag = {
  id: string;
  sid: string;
  kind: FlagKind;
  at: Date;
  /** What was seen, in numbers or texts of the kind: `address`, `calls`, `mean`, `errors`, `idle_days`. Never a key. */
  facts: Record<string, string | number>;
};

/** The flags of one key since an instant, newest first. The caller checks whose key it is. */
export async function listKeyFlags(_sid: string, _since: Date): Promise<KeyFlag[]> {
  return [];
}

/** The flags of all keys of an owner since an instant, newest first, with those of keys that are gone. */
export async function listOwnerFlags(_customerId: string, _since: Date): Promise<KeyFlag[]> {
  return [];
}
