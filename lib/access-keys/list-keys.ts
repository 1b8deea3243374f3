import type { KeysetPage, PageWish } from '../db/keyset-page';
import type { AccessKeyKind } from './caller';
import type { DeveloperKey, KeyState } from './key-view';

export const KEY_SORTS = ['created', 'name', 'last_used', 'expires', 'calls'] as const;
export type KeySort = (typeof KEY_SORTS)[number];

export type KeyFilter = {
  /** Part of a name, note, description, sid or prefix, in any case. */
  text?: string;
  kind?: AccessKeyKind;
  state?: KeyState;
  /** Only those unused for 90 days. */
  isUnused?: boolean;
  /** Only those that end within 30 days. */
  isExpiring?: boolean;
};

export type KeyList = KeysetPage<DeveloperKey> & {
  /** Counted to 10,000; one more stands for "more". */
  count: number;
  /** Calls of all keys of the owner in the present month, for the share of each. */
  callsOfAll: number;
};

/** A page of an owner's keys. Without a sort: the newest first; `name` and `expires` ascending, the others descending. */
export async function listKeys(
  wish: {
    customerId: string;
    filter?: KeyFilter;
    sort?: KeySort;
    direction?: 'asc' | 'desc';
    page?: PageWish;
    /** 1-100; 25 when left out. */
    size?: number;
  },
  at: Date,
): Promise<KeyList> {
  throw new Error(`Not built yet: ${wish.customerId} ${at}`);
}

/** One key of an owner; undefined when they have none with that sid. */
export async function readKey(wish: { customerId: string; sid: string }, at: Date): Promise<DeveloperKey | undefined> {
  throw new Error(`Not built yet: ${wish.sid} ${at}`);
}
