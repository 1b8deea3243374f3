import type { ProductAsked } from '../../licensing/client-call';
import type { Parameters } from './read-parameters';

export type Action = 'activate' | 'deactivate' | 'status' | 'update';

/** A call in our words, or what the original would find missing in it. */
export type Parsed =
  | {
      action: Exclude<Action, 'update'>;
      key: string;
      product: ProductAsked;
      requested: string;
      instance: string;
      label: string;
      version: string;
    }
  | {
      action: 'update';
      key: string;
      product: ProductAsked;
      requested: string;
      instance: string;
      version: string;
      pluginName: string;
      slug: string;
    }
  | { refused: 'no_request' | 'unknown_request' }
  | { refused: 'missing'; names: string[] };

// Wire names of older clients, in the order in which the original translates them (wc-am.md 1.3): the later one wins.
const TRANSLATED: readonly [from: string, to: string][] = [
  ['request', 'wc_am_action'],
  ['software_id', 'product_id'],
  ['software_version', 'version'],
  ['licence_key', 'api_key'],
  ['license_key', 'api_key'],
  ['platform', 'object'],
];

const ALIASES: Record<string, string> = { activation: 'activate', deactivation: 'deactivate' };

const REQUIRED: Record<Action, readonly string[]> = {
  activate: ['api_key', 'product_id', 'instance'],
  deactivate: ['api_key', 'product_id', 'instance'],
  status: ['api_key', 'product_id', 'instance'],
  update: ['product_id', 'plugin_name'],
};

const LONGEST_TEXT = 190;
const LONGEST_VERSION = 20;
const LARGEST_NUMBER = 2_147_483_647;

/** Turns wire parameters into a call. Nothing here knows a database. */
export function parse(parameters: Parameters): Parsed {
  translate(parameters);
  const wanted = parameters.get('wc_am_action');
  if (wanted === undefined) return { refused: 'no_request' };
  const action = ALIASES[wanted] ?? wanted;
  if (!isAction(action)) return { refused: 'unknown_request' };
  const missing = REQUIRED[action].filter((name) => !parameters.has(name));
  if (missing.length > 0) return { refused: 'missing', names: missing };
  return toCall(action, (name) => parameters.get(name) ?? '');
}

function toCall(action: Action, sent: (name: string) => string): Parsed {
  const key = sent('api_key');
  const requested = cut(sent('product_id'));
  const product = productAsked(requested);
  const instance = cut(sent('instance'));
  const version = sent('version');
  if (action === 'update') {
    return { action, key, product, requested, instance, version, pluginName: sent('plugin_name'), slug: sent('slug') };
  }
  const kept = version.replace(/[^\d,.]/g, '').slice(0, LONGEST_VERSION);
  return { action, key, product, requested, instance, version: kept, label: cut(sent('object')) };
}

// By code points, as the database counts: half a surrogate pair would not come back as it went in.
function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : [...text].slice(0, LONGEST_TEXT).join('');
}

function translate(parameters: Parameters): void {
  for (const [from, to] of TRANSLATED) {
    const value = parameters.get(from);
    if (value !== undefined) parameters.set(to, value);
  }
  // Clients 2.10 and later name the parent one way, the original reads the other; without a product of its own the parent is
  // the product (wc-am.md 5.6).
  const parent = parameters.get('product_parent_id') ?? parameters.get('parent_product_id');
  if (parent !== undefined && !parameters.has('product_id')) parameters.set('product_id', parent);
}

function productAsked(text: string): ProductAsked {
  if (!/^\d+$/.test(text)) return { title: text };
  const number = Number(text);
  // Beyond the column's range no product can have it: 0 is a number that none has either.
  return { number: number <= LARGEST_NUMBER ? number : 0 };
}

function isAction(value: string): value is Action {
  return Object.hasOwn(REQUIRED, value);
}
