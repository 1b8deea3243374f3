import type { Actor } from '../audit/record-audit';
import type { DeveloperKey, KeyNotFound, KeyValue } from './key-view';

export type ReportLeakResult =
  | { ok: true; leaked: DeveloperKey; replacement: DeveloperKey; value: KeyValue }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'mfa_required' | 'kind_not_allowed' };

/**
 * "This key leaked": the key is disabled at once and cannot be activated again (only regenerated); a replacement with the
 * same kind, name, access and limits is made in the same transaction and its value answered. The leaked key no longer counts
 * against the plan, so there is always room. A leaked default hands that role to its replacement.
 */
export async function reportLeak(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<ReportLeakResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}

/** How a value in somebody else's hands came to the store's ears. */
export type LeakSource = { by: 'revoke_route' | 'github'; url?: string; address?: string };

/**
 * Takes values that were found in public. Each that still opens a key has that key disabled (or, by the store's setting, only
 * its owner told), audited and mailed, once. Answers how many were live; unknown values are no fault.
 */
export async function takeLeakReport(
  values: readonly string[],
  source: LeakSource,
  at: Date,
): Promise<{ live: number }> {
  throw new Error(`Not built yet: ${values.length} ${source.by} ${at}`);
}
