import { type AdmitCallResult, admitCall, type CallStandings } from '../../../access-keys/admit-call';
import type { Caller } from '../../../access-keys/caller';
import { noteSentInClear } from '../../../access-keys/note-marks';
import type { CallLimit } from '../../../call-limits/bucket';
import { lookupDigest } from '../../../secrets/lookup-digest';
import type { Exchange } from '../../exchange';
import type { Operation } from './operation';
import { type Credential, readCredential } from './read-credential';
import type { GuardReason, ManageRefusal } from './refusal';

/** What the guard reads of a request: everything but its body. */
export type GuardedExchange = Pick<Exchange, 'method' | 'query' | 'address' | 'header'> & {
  /** Whether nobody between the caller and this machine could read along; lib/server/is-private-line knows. */
  isPrivate: boolean;
};

/** Whose key was recognised, and whether the call was then let in: for `noteAccessCall`. */
export type Recognised = { keyId: string; customerId: string; isAdmitted: boolean };

type Headers = Record<string, string>;
/** `headers` belong to the answer whatever it becomes: RateLimit fields, WWW-Authenticate, Cache-Control of a key in a URL. */
export type Admission =
  | { ok: true; caller: Caller; recognised: Recognised | undefined; headers: Headers }
  | { ok: false; refusal: ManageRefusal; recognised: Recognised | undefined; headers: Headers };

/**
 * Decides whether a call may reach its operation, in the order of api-keys.md 3.4: one credential, TLS, shape, address,
 * lookup, state and expiry, second factor, address list, access, quota, rates. An operation for the public is admitted with
 * a caller who is nobody. Nothing about a key is remembered between two calls: what was revoked is refused at once.
 */
export async function admit(exchange: GuardedExchange, operation: Operation, at: Date): Promise<Admission> {
  const { address } = exchange;
  if (operation.audience === 'public') return { ok: true, caller: nobody(address), recognised: undefined, headers: {} };
  const read = readCredential(exchange);
  if (!read.ok) return refuse({ reason: read.reason });
  const { credential } = read;
  if (!exchange.isPrivate) return refuseInClear(credential, at);
  const decided = await admitCall({
    presented: credential,
    operation: { id: operation.id, isForAdmins: operation.audience === 'admin' },
    method: exchange.method,
    address,
    at,
  });
  const admission = admissionOf(decided, address);
  // A shared cache must not keep what a key in its URL was told.
  if (credential.isInUrl) admission.headers['cache-control'] = 'no-store';
  return admission;
}

function refuseInClear(credential: Credential, at: Date): Admission {
  if (credential.isWellFormed) noteSentInClear({ digest: lookupDigest(credential.value), at });
  return refuse({ reason: 'https_required' });
}

function admissionOf(decided: AdmitCallResult, address: string): Admission {
  if (decided.ok) {
    const { key, standings } = decided;
    const recognised = { keyId: key.keyId, customerId: key.customerId, isAdmitted: true };
    return { ok: true, caller: callerOf(key, standings, address), recognised, headers: limitHeaders(standings) };
  }
  const { key } = decided;
  const recognised = key && { keyId: key.keyId, customerId: key.customerId, isAdmitted: false };
  if (!('retryAfterSeconds' in decided)) return { ...refuse({ reason: decided.reason }), recognised };
  const { reason, retryAfterSeconds, standings } = decided;
  const headers = standings ? limitHeaders(standings) : {};
  return { ok: false, refusal: { reason, retryAfterSeconds }, recognised, headers };
}

// RFC 6750 section 3: who sent nothing is told how, who sent something is told what was wrong with it.
const CHALLENGES: Partial<Record<GuardReason, string>> = {
  key_missing: 'Bearer',
  two_credentials: 'Bearer error="invalid_request"',
  invalid_key: 'Bearer error="invalid_token"',
  key_disabled: 'Bearer error="invalid_token"',
  key_expired: 'Bearer error="invalid_token"',
  key_in_url_refused: 'Bearer error="invalid_request"',
  insufficient_access: 'Bearer error="insufficient_scope"',
};

function refuse(refusal: { reason: GuardReason }): Admission & { ok: false } {
  const challenge = CHALLENGES[refusal.reason];
  const headers: Headers = challenge === undefined ? {} : { 'www-authenticate': challenge };
  return { ok: false, refusal, recognised: undefined, headers };
}

// draft-ietf-httpapi-ratelimit-headers-10, as present-head of the client calls: q and w of the policy, r and t of what is left.
function limitHeaders({ rates, quota }: CallStandings): Headers {
  const { key, user, address } = rates;
  const left = `"key";r=${key.left};t=${key.secondsUntilFull}, "user";r=${user.left};t=${user.secondsUntilFull}, "address";r=${address.left};t=${address.secondsUntilFull}`;
  // A month has no length of its own, so the quota has no window: `t` tells when it is full again.
  if (!quota) return { 'ratelimit-policy': policyOf(rates), ratelimit: left };
  return {
    'ratelimit-policy': `${policyOf(rates)}, "quota";q=${quota.limit}`,
    ratelimit: `${left}, "quota";r=${quota.left};t=${quota.secondsUntilReset}`,
  };
}

let lastPolicy: { key: CallLimit; user: CallLimit; address: CallLimit; text: string } | undefined;

// Nearly all calls of a store are under the same three limits: the text of the call before serves again.
function policyOf({ key, user, address }: CallStandings['rates']): string {
  const last = lastPolicy;
  if (last && isSame(last.key, key.limit) && isSame(last.user, user.limit) && isSame(last.address, address.limit)) {
    return last.text;
  }
  const text = `"key";${quotaAndWindow(key.limit)}, "user";${quotaAndWindow(user.limit)}, "address";${quotaAndWindow(address.limit)}`;
  lastPolicy = { key: key.limit, user: user.limit, address: address.limit, text };
  return text;
}

function isSame(one: CallLimit, other: CallLimit): boolean {
  return one.burst === other.burst && one.perMinute === other.perMinute;
}

function quotaAndWindow({ burst, perMinute }: CallLimit): string {
  return `q=${burst};w=${Math.ceil((burst * 60) / perMinute)}`;
}

type AdmittedKey = (AdmitCallResult & { ok: true })['key'];

function callerOf(key: AdmittedKey, { rates }: CallStandings, address: string): Caller {
  const { operations } = key;
  const { burst, perMinute } = rates.key.limit;
  return {
    keyId: key.keyId,
    sid: key.sid,
    kind: key.kind,
    isToken: key.isToken,
    access: operations === null ? { mode: 'full' } : { mode: 'restricted', operations },
    customerId: key.customerId,
    customerNumber: key.customerNumber,
    email: key.email,
    role: key.role,
    hasFactor: key.hasFactor,
    limits: {
      keyCalls: burst,
      keySeconds: Math.ceil((burst * 60) / perMinute),
      ownerCallsPerMinute: key.callsPerMinute,
      monthlyCap: key.monthlyCap,
      monthlyQuota: key.monthlyCalls,
    },
    actor: { kind: key.role, id: key.customerId, via: `key:${key.sid}`, address },
  };
}

function nobody(address: string): Caller {
  return {
    keyId: '',
    sid: '',
    kind: 'standard',
    isToken: false,
    access: { mode: 'full' },
    customerId: '',
    customerNumber: 0,
    email: '',
    role: 'customer',
    hasFactor: false,
    limits: { keyCalls: 0, keySeconds: 0, ownerCallsPerMinute: 0, monthlyCap: null, monthlyQuota: null },
    actor: { kind: 'client', address },
  };
}
