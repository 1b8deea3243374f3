import type { ProductName } from '@/lib/catalog/list-product-names';
import type { CallFilter } from '@/lib/request-log/call-filter';
import { text } from '../../../_texts/text';
import type { ListFilter } from '../../_list/list-filter';
import type { ListView } from '../../_list/list-view';
import { sinceFilter, sinceOf } from '../_parts/since-filter';
import { outcomeText, protocolText } from './call-words';
import { LOGGED_REASONS } from './explain-reason';

export const CALL_FILTERS = ['outcome', 'action', 'protocol', 'product', 'since', 'address', 'instance', 'key'];

const OUTCOMES = ['refused', 'served', ...LOGGED_REASONS] as const;
const PROTOCOLS = ['wc-am', 'v1'] as const;
const ACTIONS = [
  'activate',
  'deactivate',
  'status',
  'update',
  'information',
  'pluginupdatecheck',
  'plugininformation',
  'product_list',
  'verify_api_key_is_active',
  'products',
  'updates',
] as const;

/** What the address asks of the log. A value that is none of the choices narrows nothing. */
export function callFilter(view: ListView, productNames: ReadonlyMap<string, string[]>): CallFilter {
  const { outcome, action, protocol, product, address, instance, key } = view.filters;
  const knownAction = ACTIONS.find((one) => one === action);
  const knownProtocol = PROTOCOLS.find((one) => one === protocol);
  const products = product === undefined ? undefined : productNames.get(product);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...outcomeOf(OUTCOMES.find((one) => one === outcome)),
    ...(knownAction ? { action: knownAction } : {}),
    ...(knownProtocol ? { protocol: knownProtocol } : {}),
    ...(products ? { products } : {}),
    ...(address === undefined ? {} : { address }),
    ...(instance === undefined ? {} : { instance }),
    ...(key === undefined ? {} : { keyHint: key }),
    ...sinceOf(view),
  };
}

function outcomeOf(outcome: (typeof OUTCOMES)[number] | undefined): CallFilter {
  if (outcome === undefined) return {};
  return outcome === 'refused' || outcome === 'served' ? { isRefused: outcome === 'refused' } : { outcome };
}

/** The filters as the page offers them. Address, instance and key are set by links and by the search alone. */
export function callFilters(products: ProductName[]): ListFilter[] {
  return [
    {
      name: 'outcome',
      label: text('logs.outcome'),
      any: text('logs.anyOutcome'),
      options: OUTCOMES.map((value) => ({
        value,
        label: value === 'refused' || value === 'served' ? text(`logs.outcome.${value}`) : outcomeText(value),
      })),
    },
    choice('action', text('logs.action'), text('logs.anyAction'), ACTIONS, (value) => value),
    choice('protocol', text('logs.protocol'), text('logs.anyProtocol'), PROTOCOLS, protocolText),
    {
      name: 'product',
      label: text('logs.product'),
      any: text('logs.anyProduct'),
      options: products.map(({ number, title }) => ({ value: String(number), label: title })),
    },
    sinceFilter,
    { name: 'address', label: text('logs.address'), any: '', options: [] },
    { name: 'instance', label: text('logs.instance'), any: '', options: [] },
    { name: 'key', label: text('logs.keyFilter'), any: '', options: [] },
  ];
}

function choice(
  name: string,
  label: string,
  any: string,
  values: readonly string[],
  said: (value: string) => string,
): ListFilter {
  return { name, label, any, options: values.map((value) => ({ value, label: said(value) })) };
}
