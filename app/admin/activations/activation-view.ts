import type { ProductName } from '@/lib/catalog/list-product-names';
import type { ActivationFilter } from '@/lib/licensing/activation-filter';
import { text } from '../../_texts/text';
import type { ListFilter } from '../_list/list-filter';
import type { ListView } from '../_list/list-view';
import { customerFilter, productFilter, rowNumber } from '../licences/licence-view';

export const ACTIVATION_FILTERS = ['product', 'version', 'seen', 'limit', 'licence', 'customer'] as const;

const DAY_MS = 86_400_000;
const SEEN = { '1d': 1, '7d': 7, '30d': 30, '90d': 90 } as const;
const NOT_SEEN = { not30d: 30, not90d: 90 } as const;
const SEEN_CHOICES = ['1d', '7d', '30d', '90d', 'not30d', 'not90d'] as const;

/** The product whose activations are shown, if the address names one. */
export function shownProduct(view: ListView, products: ProductName[]): ProductName | undefined {
  return products.find((product) => String(product.number) === view.filters.product);
}

/** What the address of the activation list asks for. A value that is none of the choices does not narrow. */
export function activationFilter(view: ListView, products: ProductName[], at: Date): ActivationFilter {
  const { version, seen, limit, licence, customer } = view.filters;
  const productId = shownProduct(view, products)?.id;
  const licenceNumber = rowNumber(licence);
  const customerNumber = rowNumber(customer);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...(productId === undefined ? {} : { productId }),
    ...(productId === undefined || version === undefined ? {} : { version }),
    ...seenFilter(seen, at),
    ...(limit === 'over' ? { isOverLimit: true } : {}),
    ...(licenceNumber === undefined ? {} : { licenceNumber }),
    ...(customerNumber === undefined ? {} : { customerNumber }),
  };
}

function seenFilter(seen: string | undefined, at: Date): Pick<ActivationFilter, 'seenSince' | 'seenBefore'> {
  const ago = (days: number) => new Date(at.getTime() - days * DAY_MS);
  if (seen !== undefined && Object.hasOwn(SEEN, seen)) return { seenSince: ago(SEEN[seen as keyof typeof SEEN]) }; // just looked up
  if (seen !== undefined && Object.hasOwn(NOT_SEEN, seen)) {
    return { seenBefore: ago(NOT_SEEN[seen as keyof typeof NOT_SEEN]) }; // just looked up
  }
  return {};
}

type Offered = { products: ProductName[]; versions: string[]; customerEmail: string | undefined };

/** The filters of the activation list as its page offers them; versions only with their product. */
export function activationFilters({ products, versions, customerEmail }: Offered): ListFilter[] {
  return [
    productFilter(products),
    {
      name: 'version',
      label: text('activations.version'),
      any: text('activations.anyVersion'),
      options: versions.map((version) => ({ value: version, label: version })),
    },
    {
      name: 'seen',
      label: text('activations.seenLabel'),
      any: text('activations.anySeen'),
      options: SEEN_CHOICES.map((value) => ({ value, label: text(`activations.seen.${value}`) })),
    },
    {
      name: 'limit',
      label: text('activations.limit'),
      any: text('activations.anyLimit'),
      options: [{ value: 'over', label: text('activations.overLimit') }],
    },
    { name: 'licence', label: text('activations.licenceLabel'), any: '', options: [] },
    customerFilter(customerEmail),
  ];
}
