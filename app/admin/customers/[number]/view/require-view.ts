import { notFound, redirect } from 'next/navigation';
import { type CustomerView, readCustomerView } from '@/lib/customers/read-customer-view';
import type { SignedInCustomer } from '@/lib/customers/session';
import { rowNumber } from '../../../licences/licence-view';

/**
 * The look at this customer that the admin has opened, for each page below /view. Without one, or after its half hour, the
 * admin is asked for a reason first. It is no session: the admin stays the admin.
 */
export async function requireView(admin: SignedInCustomer, number: string): Promise<CustomerView> {
  const customerNumber = rowNumber(number);
  if (customerNumber === undefined) notFound();
  const { id, sessionId } = admin;
  const view = await readCustomerView({ customerNumber, admin: { id, sessionId } });
  if (!view) redirect(`/admin/customers/${customerNumber}/view/start`);
  return view;
}
