import { findProducts } from '@/lib/catalog/find-products';
import { findCustomers } from '@/lib/customers/find-customers';
import { unreachable } from '@/lib/errors';
import { type FoundByKey, findByKey } from '@/lib/licensing/find-by-key';
import { findHosts } from '@/lib/licensing/find-hosts';
import { findLicences } from '@/lib/licensing/find-licences';
import { findOrders } from '@/lib/orders/find-orders';
import { listCalls } from '@/lib/request-log/list-calls';
import { readRequestId } from '@/lib/request-log/request-id';
import { palette as words } from '../../_texts/en/palette';
import { fillText } from '../../_texts/fill-text';
import { looksLikeKey } from '../_list/list-view';
import type { PaletteItem } from './palette-item';

const LONGEST = 200;

/**
 * What of the store a typed text stands for, a few of each kind. A key leads to what it opens, and a text that is or looks
 * like a key is looked for nowhere else. The request id of a refused call leads to that call alone.
 */
export async function findHits(typed: string): Promise<PaletteItem[]> {
  const text = typed.replaceAll('\0', '').trim().slice(0, LONGEST);
  if (text === '') return [];
  const requestId = readRequestId(text);
  if (requestId) return callItems(requestId);
  const key = await findByKey(text);
  if (key) return keyItems(key);
  if (looksLikeKey(text)) return [];
  const [orders, customers, licences, hosts, products] = await Promise.all([
    findOrders(text),
    findCustomers(text),
    findLicences(text),
    findHosts(text),
    findProducts(text),
  ]);
  return [
    ...orders.map(({ number, customerEmail }) => orderItem(number, customerEmail)),
    ...customers.map(({ number, email, name }) => customerItem(number, email, name ?? '')),
    ...licences.map(({ number, productTitle, customerEmail }) =>
      licenceItem(number, fillText(words.licenceOf, { product: productTitle, email: customerEmail })),
    ),
    ...hosts.map(({ host, activations }) => hostItem(host, fillText(words.hostUse, { count: activations }))),
    ...products.map(({ number, title }) => productItem(number, title)),
  ];
}

async function callItems(requestId: string): Promise<PaletteItem[]> {
  const { rows } = await listCalls({ text: requestId }, {});
  return rows.map(({ id, protocol, action, outcome }) => ({
    group: 'calls',
    href: `/admin/logs/requests/${id}`,
    label: requestId,
    about: fillText(words.callOutcome, { protocol, action, outcome }),
  }));
}

// Numbers are names here, so they are not grouped by thousands.
const numbered = (template: string, number: number) => fillText(template, { number: String(number) });

function keyItems(found: FoundByKey): PaletteItem[] {
  const item = (href: string, label: string): PaletteItem => ({ group: 'key', href, label, about: '' });
  switch (found.kind) {
    case 'customer':
      return [item(`/admin/customers/${found.customerNumber}`, numbered(words['key.customer'], found.customerNumber))];
    case 'stock':
      return [item(`/admin/associated-keys/${found.productNumber}`, numbered(words['key.stock'], found.productNumber))];
    case 'licence': {
      const { licenceNumber, orderNumber } = found;
      const licence = item(`/admin/licences/${licenceNumber}`, numbered(words['key.licence'], licenceNumber));
      if (orderNumber === undefined) return [licence];
      return [licence, item(`/admin/orders/${orderNumber}`, numbered(words.keyOrder, orderNumber))];
    }
    default:
      return unreachable(found);
  }
}

function orderItem(number: number, about: string): PaletteItem {
  return { group: 'orders', href: `/admin/orders/${number}`, label: numbered(words.order, number), about };
}

function customerItem(number: number, label: string, about: string): PaletteItem {
  return { group: 'customers', href: `/admin/customers/${number}`, label, about };
}

function licenceItem(number: number, about: string): PaletteItem {
  return { group: 'licences', href: `/admin/licences/${number}`, label: numbered(words.licence, number), about };
}

function hostItem(host: string, about: string): PaletteItem {
  return { group: 'hosts', href: `/admin/activations?${new URLSearchParams({ q: host })}`, label: host, about };
}

function productItem(number: number, title: string): PaletteItem {
  return { group: 'products', href: `/admin/products/${number}`, label: title, about: numbered(words.product, number) };
}
