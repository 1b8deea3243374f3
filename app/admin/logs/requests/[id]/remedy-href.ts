import { unreachable } from '@/lib/errors';
import type { KeyNow } from '@/lib/licensing/ask-again';
import { text } from '../../../../_texts/text';
import type { Remedy } from '../explain-reason';

type Link = { href: string; label: string };

/** The page on which a refusal is mended: as near to the key's owner as the log lets us know. */
export function remedyHref(remedy: Remedy, key: KeyNow | undefined): Link | undefined {
  const customer = key?.customer;
  const whose = customer ? `?customer=${customer.number}` : '';
  switch (remedy) {
    case 'none':
      return undefined;
    case 'client':
      return { href: '/developers/api', label: text('logs.place.client') };
    case 'settings':
      return { href: '/admin/settings', label: text('logs.place.settings') };
    case 'products':
      return { href: '/admin/products', label: text('logs.place.product') };
    case 'customer':
      return customer
        ? { href: `/admin/customers/${customer.number}`, label: text('logs.place.customer') }
        : { href: '/admin/customers', label: text('logs.place.customers') };
    case 'licence':
      return key?.licenceNumber === undefined
        ? { href: `/admin/licences${whose}`, label: text('logs.place.licences') }
        : { href: `/admin/licences/${key.licenceNumber}`, label: text('logs.place.licence') };
    case 'licences':
      return { href: `/admin/licences${whose}`, label: text('logs.place.licences') };
    case 'activations':
      return { href: `/admin/activations${whose}`, label: text('logs.place.activations') };
    default:
      return unreachable(remedy);
  }
}
