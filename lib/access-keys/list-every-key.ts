import type { KeysetPage, PageWish } from '../db/keyset-page';
import type { DeveloperKey } from './key-view';
import type { KeyFilter } from './list-keys';

/** A key as an admin sees it: masked, with its owner. */
export type KeyOfOwner = DeveloperKey & { customerId: string; customerNumber: number; customerEmail: string };

export type EveryKeyFilter = KeyFilter & { customerNumber?: number; isLeaked?: boolean };

/** A page of the store's keys, the newest first. `text` also finds the beginning of an owner's address. */
export async function listEveryKey(
  wish: { filter?: EveryKeyFilter; page?: PageWish; size?: number },
  at: Date,
): Promise<KeysetPage<KeyOfOwner> & { count: number }> {
  throw new Error(`Not built yet: ${wish.size} ${at}`);
}

/** One key of anybody, for an admin. */
export async function readAnyKey(sid: string, at: Date): Promise<KeyOfOwner | undefined> {
  throw new Error(`Not built yet: ${sid} ${at}`);
}

/** A value that opens nothing any more, and whether somebody tried it since. */
export type DeadKeyUse = {
  sid: string;
  customerNumber: number | null;
  customerEmail: string | null;
  name: string;
  prefix: string;
  cause: 'deleted' | 'revoked' | 'replaced';
  diedAt: Date;
  seenAt: Date;
  seenFrom: string | null;
  seenTimes: number;
};

/** The dead keys that were tried last, the latest use first. */
export async function listDeadKeyUses(wish: { limit: number; customerId?: string }): Promise<DeadKeyUse[]> {
  throw new Error(`Not built yet: ${wish.limit}`);
}
