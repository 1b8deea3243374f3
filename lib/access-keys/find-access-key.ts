import { timingSafeEqual } from 'node:crypto';
import { gatherCalls } from '../db/gather-calls';
import { type AccessLookup, type FoundAccessKey, readAccessKeys } from '../db/read-access-keys';
import { digestsOf, lookupDigest } from '../secrets/lookup-digest';
import type { StoreSettings } from '../settings/store-settings';
import { isAddressWithin } from './address-list';
import { findUnderEarlierPepper } from './move-digest';
import { noteUnknownSecret } from './note-marks';

/** What somebody showed: a well-formed value, and for a pair the id it must belong to. */
export type Presented = { value: string; accessKeyId: string | undefined; isInUrl: boolean };

export type KeyRefusal =
  | 'invalid_key'
  | 'key_disabled'
  | 'key_expired'
  | 'pairs_not_in_plan'
  | 'mfa_required'
  | 'key_in_url_refused'
  | 'ip_not_allowed';

const lookUp = gatherCalls<AccessLookup, { key: FoundAccessKey | null }>(
  async (lookups) => (await readAccessKeys(lookups)).map((key) => ({ key })),
  { lanes: 2, atMost: 128 },
);

/**
 * The key that a value opens, as the database has it now; nothing is remembered between two calls. Undefined alike for
 * unknown, replaced, revoked and removed values, for half a pair and for an account that is closed (security.md T9, T22).
 */
export async function findAccessKey(
  presented: Presented,
  { period, address, at }: { period: string; address: string; at: Date },
): Promise<FoundAccessKey | undefined> {
  const digest = lookupDigest(presented.value);
  const { key: newest } = await lookUp({ digest, period });
  const key = newest ?? (await findUnderEarlierPepper(presented.value, period, lookUp));
  if (key && isOpen(key, presented, at.getTime())) return key;
  // Whether it was a key of ours once is looked up on the side: the answer to a dead key takes as long as to any other.
  for (const each of digestsOf(presented.value)) noteUnknownSecret({ digest: each, address, at });
  return undefined;
}

function isOpen(key: FoundAccessKey, { accessKeyId }: Presented, time: number): boolean {
  if (key.state === 'revoked' || key.isDisabled) return false;
  if (key.valueEndsAt !== null && key.valueEndsAt <= time) return false;
  if (key.accessKeyId === null) return accessKeyId === undefined;
  return accessKeyId !== undefined && isSame(accessKeyId, key.accessKeyId);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

type Circumstances = { presented: Presented; address: string; settings: StoreSettings; at: Date };

/**
 * Why a key that was shown in full is refused all the same; undefined when it is good. Only the state and the expiry are
 * stored: everything else heals by itself as soon as its reason is gone (row 4.12).
 */
export function judgeKey(key: FoundAccessKey, call: Circumstances): KeyRefusal | undefined {
  if (key.state === 'disabled') return 'key_disabled';
  if (key.expiresAt !== null && key.expiresAt <= call.at.getTime()) return 'key_expired';
  if (key.kind === 'pair' && !key.allowsPairs) return 'pairs_not_in_plan';
  if (!key.hasFactor && asksForFactor(key, call.settings)) return 'mfa_required';
  if (key.headersOnly && call.presented.isInUrl) return 'key_in_url_refused';
  if (key.addresses.length > 0 && !isAddressWithin(call.address, key.addresses)) return 'ip_not_allowed';
  return undefined;
}

function asksForFactor(key: FoundAccessKey, { mfaRequiredFor }: StoreSettings): boolean {
  return mfaRequiredFor === 'all' || (mfaRequiredFor === 'pair' && key.kind === 'pair');
}
