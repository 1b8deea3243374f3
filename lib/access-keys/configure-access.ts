import type { Actor } from '../audit/record-audit';
import type { KeyAccess } from './caller';
import type { DeveloperKey, KeyNotFound } from './key-view';

export type ConfigureAccessResult =
  | { ok: true; key: DeveloperKey }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'more_than_caller' | 'nothing_allowed' };

/**
 * Sets what a key may do. That the ids exist is checked by who offers them; a restricted key with no operation at all is
 * refused. Called by a key, the result may not go beyond that key. A session that widens needs a fresh proof: the page asks.
 */
export async function configureAccess(wish: {
  customerId: string;
  sid: string;
  access: KeyAccess;
  actor: Actor;
  at?: Date;
}): Promise<ConfigureAccessResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}

/** Whether `next` allows anything that `present` does not. */
export function isWider(next: KeyAccess, present: KeyAccess): boolean {
  if (present.mode === 'full') return false;
  return next.mode === 'full' || next.operations.some((one) => !present.operations.includes(one));
}
