import { redirect } from 'next/navigation';
import { now } from '../clock';
import { isRecentlyProven } from '../customers/proof';
import type { SignedInCustomer } from '../customers/session';
import { requireCustomer } from './require-customer';

/**
 * The signed-in person, who has proved within the last ten minutes, in this browser, who they are: by a second factor if
 * the account has one, else by the password. Everybody else is sent to /step-up (or to sign in) and from there to
 * `returnTo`, a path of ours. For what a stolen session must not do (security.md T14), on the page and again in the action:
 *
 *     const customer = await requireStepUp('/account/credentials');
 *
 * An action that ends here has done nothing, and what was typed into its form is lost; so let the page ask first.
 */
export async function requireStepUp(returnTo: string): Promise<SignedInCustomer> {
  const customer = await requireCustomer(returnTo);
  if (!isRecentlyProven(customer, now())) redirect(`/step-up?return=${encodeURIComponent(returnTo)}`);
  return customer;
}
