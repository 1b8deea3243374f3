'use server';

import { redirect } from 'next/navigation';
import { endBrowserSession } from '@/lib/auth/browser-session';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requestEmailVerification } from '@/lib/customers/request-link';

/** Public: ends the session of this browser, if it has one. */
export async function signOut(): Promise<void> {
  await requireOwnPage();
  await endBrowserSession();
  redirect('/sign-in?notice=signed-out');
}

/** Mails a link that confirms the person's address. */
export async function mailVerification(): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer();
  const facts = await requestFacts();
  const result = await requestEmailVerification({ customerId: customer.id, ...facts });
  redirect(`/account?notice=${result.ok ? 'verification_sent' : 'verification_limited'}`);
}
