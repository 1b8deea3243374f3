import { badKeyWait, takeActivation } from '../../call-limits/limit-calls';
import type { StoreSettings } from '../../settings/store-settings';
import type { Call } from './parse';

/** A call that has to wait: HTTP 429 with the failure envelope, which clients take for "try later" (security.md T10). */
export type LimitRefusal = { reason: 'rate_limited'; retryAfterSeconds: number };

/** Whether a limit keeps this call waiting. An activation is counted by asking. */
export function limitRefusal(call: Call, address: string, settings: StoreSettings): LimitRefusal | undefined {
  const wait = call.key === '' ? 0 : badKeyWait(address, call.key);
  if (wait > 0) return { reason: 'rate_limited', retryAfterSeconds: wait };
  if (call.action !== 'activate') return undefined;
  const limit = { burst: settings.activationBurst, perMinute: settings.activationRatePerMinute };
  const taken = takeActivation(call.key, address, limit);
  return taken.ok ? undefined : { reason: 'rate_limited', retryAfterSeconds: taken.retryAfterSeconds };
}
