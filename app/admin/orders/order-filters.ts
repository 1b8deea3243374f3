import { listProductNames } from '@/lib/catalog/list-product-names';
import { now } from '@/lib/clock';
import { ORDER_STATUSES, type OrderFilter } from '@/lib/orders/order-filter';
import { text } from '../../_texts/text';
import type { ListFilter } from '../_list/list-filter';
import type { ListView } from '../_list/list-view';
import { readOrderNumber } from './order-number';

export const ORDER_FILTERS = ['status', 'product', 'since', 'refunded', 'customer'];

const DAYS = ['1', '7', '30', '90', '365'] as const;
const DAY_MS = 86_400_000;

/** What the address asks for, of the choices there are, and the choices in words. Unknown values narrow nothing. */
export async function readOrderFilters(view: ListView): Promise<{ filter: OrderFilter; filters: ListFilter[] }> {
  const products = await listProductNames();
  const { status, product, since, refunded, customer } = view.filters;
  const knownStatus = ORDER_STATUSES.find((each) => each === status);
  const productId = products.find(({ number }) => String(number) === product)?.id;
  const days = DAYS.find((each) => each === since);
  const customerNumber = customer === undefined ? undefined : readOrderNumber(customer);
  return {
    filter: {
      text: view.q,
      ...(knownStatus ? { status: knownStatus } : {}),
      ...(productId === undefined ? {} : { productId }),
      ...(days ? { placedSince: new Date(now().getTime() - Number(days) * DAY_MS) } : {}),
      ...(refunded === 'yes' || refunded === 'no' ? { isRefunded: refunded === 'yes' } : {}),
      ...(customerNumber === undefined ? {} : { customerNumber }),
    },
    filters: [
      choice('status', 'orders.status', 'orders.anyStatus', (value) => text(`account.status.${value}`), ORDER_STATUSES),
      {
        name: 'product',
        label: text('orders.product'),
        any: text('orders.anyProduct'),
        options: products.map(({ number, title }) => ({ value: String(number), label: title })),
      },
      choice('since', 'orders.since', 'orders.anyTime', (value) => text(`orders.since.${value}`), DAYS),
      choice('refunded', 'orders.refunded', 'orders.anyRefunded', (value) => text(`orders.refunded.${value}`), [
        'yes',
        'no',
      ] as const),
      // Only a link sets it: a pasted master key, a customer's page.
      { name: 'customer', label: text('orders.customerFilter'), any: '', options: [] },
    ],
  };
}

function choice<Value extends string>(
  name: string,
  label: 'orders.status' | 'orders.since' | 'orders.refunded',
  any: 'orders.anyStatus' | 'orders.anyTime' | 'orders.anyRefunded',
  said: (value: Value) => string,
  values: readonly Value[],
): ListFilter {
  return {
    name,
    label: text(label),
    any: text(any),
    options: values.map((value) => ({ value, label: said(value) })),
  };
}
