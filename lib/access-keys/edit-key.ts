import type { Actor } from '../audit/record-audit';
import type { KeyFault, KeyFields } from './key-fields';
import type { DeveloperKey, KeyNotFound } from './key-view';

export type EditKeyResult =
  | { ok: true; key: DeveloperKey }
  | { ok: false; reason: 'fields_invalid'; faults: KeyFault[] }
  | { ok: false; reason: 'lifetime_too_long'; maxDays: number }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'more_than_caller' };

/** Changes what was given and leaves the rest. `expected` (an earlier `editedMark`) refuses nothing here: the API compares ETags itself. */
export async function editKey(
  wish: KeyFields & { customerId: string; sid: string; actor: Actor; at?: Date },
): Promise<EditKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
