import { rowNumber } from '../../licences/licence-view';

/** The address of the customer that a form or an address names; the list for anything else. */
export function customerPath(number: string): string {
  const known = rowNumber(number);
  return known === undefined ? '/admin/customers' : `/admin/customers/${known}`;
}
