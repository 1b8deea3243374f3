'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { expectSecondFactor } from '@/lib/auth/pending-cookie';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { signInByLink } from '@/lib/customers/sign-in-by-link';
import { formField } from '../../_shell/form-field';

/** Public: signs this browser in for whoever holds a mailed link, or lets it go on to the second step. */
export async function signInByLinkAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const result = await signInByLink({ token: formField(form, 'token'), ...(await requestFacts()) });
  if (!result.ok) redirect('/sign-in/link?token=');
  if (result.needsFactor) {
    const isExpected = await expectSecondFactor(result.entry);
    redirect(isExpected ? '/mfa?return=%2Faccount' : '/sign-in/link?token=');
  }
  // A link proves no password and no factor, so what asks for a fresh proof still does.
  redirect((await startBrowserSession(result.entry)) ? '/account' : '/sign-in/link?token=');
}
