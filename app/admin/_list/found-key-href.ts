import type { FoundByKey } from '@/lib/licensing/find-by-key';
import { listPath } from './search-href';

/**
 * Where a pasted key leads from a list: to the one thing it opens, or to that list narrowed to its owner. A list that can
 * say more about a key (an order, a customer) gets its own case here.
 */
export function foundKeyHref(list: string, found: FoundByKey): string {
  const path = listPath(list);
  switch (found.kind) {
    case 'stock':
      return `/admin/associated-keys/${found.productNumber}?note=key_found`;
    case 'licence':
      if (path === '/admin/customers') return `${path}/${found.customerNumber}?note=key_found`;
      if (path === '/admin/orders' && found.orderNumber !== undefined) return `/admin/orders/${found.orderNumber}`;
      if (path === '/admin/activations') return `${path}?licence=${found.licenceNumber}&note=key_found`;
      return `/admin/licences/${found.licenceNumber}?note=key_found`;
    case 'customer': {
      if (path === '/admin/customers') return `${path}/${found.customerNumber}?note=key_found`;
      const own = ['/admin/orders', '/admin/activations', '/admin/licences'].includes(path) ? path : '/admin/licences';
      return `${own}?customer=${found.customerNumber}&note=key_found`;
    }
  }
}
