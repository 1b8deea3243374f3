import { unreachable } from '../../errors';
import type { KeyCall } from './parse';
import { presentProductList, presentVerified } from './present-product-list';
import type { Answered, Store } from './verdict';

/** `product_list` and `verify_api_key_is_active`: about the key, whatever the product and the instance (wc-am.md 3.6, 3.7). */
export function answerKey(call: KeyCall, store: Store): Promise<Answered> {
  switch (call.action) {
    case 'product_list':
      return answerProductList(call, store);
    case 'verify_api_key_is_active':
      return answerVerify(call, store);
    default:
      return unreachable(call.action);
  }
}

async function answerProductList(call: KeyCall, { core }: Store): Promise<Answered> {
  const result = await core.listProducts({ key: call.key });
  if (result.accessDisabled) return { refusal: { reason: 'access_disabled' } };
  if (!result.ok) {
    const isGone = result.reason === 'key_not_found' || (result.reason === 'revoked' && result.keyKind !== 'master');
    if (isGone) return { refusal: { reason: result.reason, keyKind: result.keyKind } };
    return { refusal: { reason: 'no_products', because: result.reason } };
  }
  if (result.keyKind === 'associated') return { refusal: { reason: 'no_products', because: 'associated_key' } };
  return { outcome: 'ok', body: presentProductList(result.resources), customerId: result.customerId };
}

// The original looks at the key alone here: a customer whose access is off has a live key all the same.
async function answerVerify(call: KeyCall, { core }: Store): Promise<Answered> {
  const result = await core.listProducts({ key: call.key });
  if (!result.ok) return { refusal: { reason: 'not_live', because: result.reason } };
  return { outcome: 'ok', body: presentVerified(), customerId: result.customerId };
}
