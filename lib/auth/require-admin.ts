import { notFound } from 'next/navigation';
import type { SignedInCustomer } from '../customers/session';
import { requireCustomer } from './require-customer';

/** The signed-in store admin. Customers learn only that there is nothing here. */
export async function requireAdmin(returnTo = '/admin'): Promise<SignedInCustomer> {
  const customer = await requireCustomer(returnTo);
  if (customer.role !== 'admin') notFound();
  return customer;
}
