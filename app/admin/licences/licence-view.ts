import type { ProductName } from '@/lib/catalog/list-product-names';
import { LICENCE_STATES, type LicenceFilter } from '@/lib/licensing/licence-filter';
import { text } from '../../_texts/text';
import type { ListFilter } from '../_list/list-filter';
import type { ListView } from '../_list/list-view';

export const LICENCE_FILTERS = ['state', 'product', 'expires', 'customer'] as const;

const ENDS = ['7', '30', '90'] as const;

/** What the address of the licence list asks for. A value that is none of the choices does not narrow. */
export function licenceFilter(view: ListView, products: ProductName[]): LicenceFilter {
  const { state, product, expires, customer } = view.filters;
  const known = LICENCE_STATES.find((one) => one === state);
  const productId = products.find((one) => String(one.number) === product)?.id;
  const days = ENDS.find((one) => one === expires);
  const customerNumber = rowNumber(customer);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...(known === undefined ? {} : { state: known }),
    ...(productId === undefined ? {} : { productId }),
    ...(days === undefined ? {} : { endsWithinDays: Number(days) }),
    ...(customerNumber === undefined ? {} : { customerNumber }),
  };
}

/** The filters of the licence list as its page offers them. */
export function licenceFilters(products: ProductName[], customerEmail: string | undefined): ListFilter[] {
  return [
    {
      name: 'state',
      label: text('licences.state'),
      any: text('licences.anyState'),
      options: LICENCE_STATES.map((value) => ({ value, label: text(`licences.state.${value}`) })),
    },
    productFilter(products),
    {
      name: 'expires',
      label: text('licences.expires'),
      any: text('licences.anyEnd'),
      options: ENDS.map((value) => ({ value, label: text(`licences.expires${value}`) })),
    },
    customerFilter(customerEmail),
  ];
}

/** The choice among products, as both lists have it. */
export function productFilter(products: ProductName[]): ListFilter {
  return {
    name: 'product',
    label: text('licences.product'),
    any: text('licences.anyProduct'),
    options: products.map(({ number, title }) => ({ value: String(number), label: title })),
  };
}

/** Set by a link to one customer's rows; named by the address that the rows show. */
export function customerFilter(email: string | undefined): ListFilter {
  return {
    name: 'customer',
    label: text('licences.customer'),
    any: '',
    options: [],
    ...(email ? { shown: email } : {}),
  };
}

/** A number that a row can have, or nothing. */
export function rowNumber(value: string | undefined): number | undefined {
  const number = /^\d{1,10}$/.test(value ?? '') ? Number(value) : undefined;
  return number !== undefined && number <= 2_147_483_647 ? number : undefined;
}
