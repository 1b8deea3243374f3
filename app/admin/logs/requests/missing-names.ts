import { requiredOf } from '@/lib/protocols/wc-am/handle';
import type { LoggedCall } from '@/lib/request-log/list-calls';

type Asked = Pick<LoggedCall, 'protocol' | 'action' | 'outcome' | 'keyHint' | 'product' | 'instance' | 'version'>;

/** What a refused call lacked, by its wire names, as far as what was kept of it tells. */
export type MissingNames = { isCertain: boolean; names: string[] };

/** Which members of a call were not there. Undefined when the call was refused for something else, or nothing can be told. */
export function missingNames(call: Asked): MissingNames | undefined {
  if (call.protocol === 'v1') return call.outcome === 'invalid_request' ? missingInV1(call) : undefined;
  if (call.outcome !== 'missing') return undefined;
  const required = requiredOf(call.action);
  const kept: Record<string, string> = {
    api_key: call.keyHint,
    product_id: call.product,
    instance: call.instance,
  };
  const names = required.filter((name) => kept[name] === '');
  // A title alone could be anybody's, so a call with one needs a key too.
  if (isTitle(call.product) && call.keyHint === '' && !names.includes('api_key')) names.push('api_key');
  if (names.length > 0) return { isCertain: true, names };
  const unkept = required.filter((name) => kept[name] === undefined);
  if (unkept.length > 0 && call.version === '') unkept.push('version');
  if (isTitle(call.product)) unkept.push('product_id');
  return unkept.length === 0 ? undefined : { isCertain: unkept.length === 1, names: unkept };
}

function missingInV1({ action, product, instance }: Asked): MissingNames | undefined {
  const kept = action === 'products' ? {} : action === 'updates' ? { product } : { product, instance };
  const names = Object.entries(kept).flatMap(([name, value]) => (value === '' ? [name] : []));
  return names.length === 0 ? undefined : { isCertain: true, names };
}

function isTitle(product: string): boolean {
  return product !== '' && !/^\d+$/.test(product);
}
