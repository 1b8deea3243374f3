import type { ActivateCall } from '@/lib/licensing/activate';

/** An instant at which nothing made by the factories has expired yet. */
export const AT = new Date();

/** A client call as a protocol would have parsed it. */
export function aCall(key: string, productNumber: number, instance: string): ActivateCall {
  return {
    key,
    product: { number: productNumber },
    requested: String(productNumber),
    instance,
    label: `${instance}.example.test`,
    version: '1.0.0',
    address: '127.0.0.1',
  };
}
