import type { Actor } from '../audit/record-audit';
import type { KeyNotFound } from './key-view';

export type RemoveKeyResult =
  | {
      ok: true;
      /** The sid of the default key that took its place. */
      newDefaultSid: string | undefined;
    }
  | { ok: false; reason: KeyNotFound };

/**
 * Removes a key: from COMMIT it opens nothing and is listed nowhere. Its digests stay for 400 days, so that its later use is
 * recognised. A removed default is replaced by a new one in the same transaction. Always possible, whatever its state.
 */
export async function removeKey(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<RemoveKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
