import { notFound, redirect } from 'next/navigation';
import { noteRefusedDoor } from '../customers/note-refused-door';
import { adminDoor } from '../customers/proof';
import type { SignedInCustomer } from '../customers/session';
import { unreachable } from '../errors';
import { requestFacts } from './request-facts';
import { requireCustomer } from './require-customer';

/**
 * The signed-in store admin, who has shown a second factor in this browser (security.md T15). An admin without one is sent
 * to add it, before any admin page, action or route does anything. Customers learn only that there is nothing here.
 */
export async function requireAdmin(returnTo = '/admin'): Promise<SignedInCustomer> {
  const customer = await requireCustomer(returnTo);
  const door = adminDoor(customer);
  switch (door) {
    case 'open':
      return customer;
    case 'not_an_admin':
      await noteRefusedDoor({ person: customer, reason: door, path: returnTo, ...(await requestFacts()) });
      return notFound();
    case 'no_factor':
      await noteRefusedDoor({ person: customer, reason: door, path: returnTo, ...(await requestFacts()) });
      return redirect('/account/credentials');
    case 'factor_not_shown':
      return redirect(`/step-up?return=${encodeURIComponent(returnTo)}`);
    default:
      return unreachable(door);
  }
}
