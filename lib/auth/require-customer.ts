import { redirect } from 'next/navigation';
import type { SignedInCustomer } from '../customers/session';
import { currentCustomer } from './current-customer';

/** The signed-in person; everybody else is sent to sign in and, after that, to `returnTo` (a path of ours). */
export async function requireCustomer(returnTo = '/account'): Promise<SignedInCustomer> {
  const customer = await currentCustomer();
  if (!customer) redirect(`/sign-in?return=${encodeURIComponent(returnTo)}`);
  return customer;
}
