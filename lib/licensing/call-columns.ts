import type { CallColumns } from '../db/call-columns';
import { lookupDigest } from '../secrets/lookup-digest';
import type { ClientCall } from './client-call';

/** A call as the hot statements take it: the key only as its lookup digest. */
export function callColumns(call: Pick<ClientCall, 'key' | 'product' | 'instance'>): CallColumns {
  const asked = call.product;
  return {
    digest: lookupDigest(call.key),
    product: 'number' in asked ? asked.number : null,
    title: 'title' in asked ? asked.title : null,
    instance: call.instance,
  };
}
