import {
  type AccessRates,
  type AccessStandings,
  accessStandings,
  badAccessKeyWait,
  noteBadAccessKey,
  takeAccessCall,
} from '../call-limits/limit-access';
import type { FoundAccessKey } from '../db/read-access-keys';
import { lookupDigest } from '../secrets/lookup-digest';
import { recentStoreSettings } from '../settings/recent-store-settings';
import type { StoreSettings } from '../settings/store-settings';
import { findAccessKey, judgeKey, type KeyRefusal, type Presented } from './find-access-key';
import { noteSeenInUrl } from './note-marks';
import { type Period, periodOf } from './period';
import { hasQuotaLeft, spendQuota } from './spend-quota';

/** A call as far as the guard of keys looks at it. */
export type KeyCall = {
  presented: Presented & { isWellFormed: boolean };
  /** The operation asked for, and whether it is for administrators only. */
  operation: { id: string; isForAdmins: boolean };
  method: string;
  address: string;
  at: Date;
};

/** How the call stands with every limit that looked at it. */
export type CallStandings = {
  rates: AccessStandings;
  /** Of the owner's plan; undefined without one. */
  quota: { limit: number; left: number; secondsUntilReset: number } | undefined;
};

export type AdmitCallResult =
  | { ok: true; key: FoundAccessKey; standings: CallStandings }
  | { ok: false; reason: KeyRefusal | 'insufficient_access'; key?: FoundAccessKey }
  | {
      ok: false;
      reason: 'rate_limited' | 'quota_exceeded';
      retryAfterSeconds: number;
      key?: FoundAccessKey;
      standings?: CallStandings;
    };

/**
 * Decides about a call that shows a key, in the order of api-keys.md 3.4 behind the credential: shape, bad keys of the address, lookup,
 * state and expiry, second factor, address list, access, quota, rates. A call that is refused pays nothing.
 */
export async function admitCall(call: KeyCall): Promise<AdmitCallResult> {
  const { presented, address, at } = call;
  const wait = badAccessKeyWait(address, at);
  if (wait > 0) return { ok: false, reason: 'rate_limited', retryAfterSeconds: wait };
  if (!presented.isWellFormed) return refuseBadKey(address, at);
  const settings = await recentStoreSettings();
  if (presented.isInUrl) {
    noteSeenInUrl({ digest: lookupDigest(presented.value), at });
    if (!settings.keysInQuery || !isReading(call.method)) return { ok: false, reason: 'key_in_url_refused' };
  }
  const period = periodOf(at, settings.billingZone);
  const key = await findAccessKey(presented, { period: period.id, address, at });
  if (!key) return refuseBadKey(address, at);
  const reason = judgeKey(key, { presented, address, settings, at }) ?? judgeAccess(key, call.operation);
  if (reason) return { ok: false, reason, key };
  return payFor(key, { address, at, period, settings });
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function refuseBadKey(address: string, at: Date): AdmitCallResult {
  noteBadAccessKey(address, at);
  return { ok: false, reason: 'invalid_key' };
}

/** What a key may do is what its access names, and never more than its owner may (row 3.06). */
function judgeAccess(key: FoundAccessKey, operation: KeyCall['operation']): 'insufficient_access' | undefined {
  if (operation.isForAdmins && key.role !== 'admin') return 'insufficient_access';
  return key.operations === null || key.operations.includes(operation.id) ? undefined : 'insufficient_access';
}

type Payment = { address: string; at: Date; period: Period; settings: StoreSettings };

async function payFor(key: FoundAccessKey, payment: Payment): Promise<AdmitCallResult> {
  const { address, at, period, settings } = payment;
  const caller = { keyId: key.keyId, customerId: key.customerId, address };
  const rates = ratesOf(key, settings);
  if (!hasQuotaLeft(key)) return refuseQuota(key, accessStandings(caller, rates, at), payment);
  const taken = takeAccessCall(caller, rates, at);
  if (!taken.ok) {
    const { reason, retryAfterSeconds } = taken;
    const standings = { rates: taken.standings, quota: quotaOf(key, key.quotaSpent, payment) };
    return { ok: false, reason, retryAfterSeconds, key, standings };
  }
  if (!(await spendQuota(key, period, at))) return refuseQuota(key, taken.standings, payment);
  return { ok: true, key, standings: { rates: taken.standings, quota: quotaOf(key, key.quotaSpent + 1, payment) } };
}

function refuseQuota(key: FoundAccessKey, rates: AccessStandings, payment: Payment): AdmitCallResult {
  const standings = { rates, quota: quotaOf(key, key.quotaSpent, payment) };
  return { ok: false, reason: 'quota_exceeded', retryAfterSeconds: secondsLeft(payment), key, standings };
}

function quotaOf(key: FoundAccessKey, spent: number, payment: Payment): CallStandings['quota'] {
  const { monthlyCalls } = key;
  if (monthlyCalls === null) return undefined;
  return { limit: monthlyCalls, left: Math.max(0, monthlyCalls - spent), secondsUntilReset: secondsLeft(payment) };
}

function secondsLeft({ at, period }: Payment): number {
  return Math.max(1, Math.ceil((period.endsAt.getTime() - at.getTime()) / 1000));
}

const SECONDS_OF = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

function ratesOf(key: FoundAccessKey, settings: StoreSettings): AccessRates {
  const calls = key.rateCalls ?? settings.keyCallsPerMinute;
  const seconds = SECONDS_OF[key.rateWindow ?? 'minute'];
  const { callsPerMinute } = key;
  const { addressCallsPerMinute } = settings;
  return {
    key: { burst: calls, perMinute: (calls * 60) / seconds },
    user: { burst: callsPerMinute, perMinute: callsPerMinute },
    address: { burst: addressCallsPerMinute, perMinute: addressCallsPerMinute },
  };
}
