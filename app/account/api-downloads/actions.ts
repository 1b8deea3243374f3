'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { setBetaWish } from '@/lib/licensing/set-beta-wish';
import { formField } from '../../_shell/form-field';

/** Keeps the signed-in customer's wish for beta versions of one of their licences. */
export async function wishBeta(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-downloads');
  const wantsBeta = formField(form, 'wants') === 'yes';
  const result = await setBetaWish({
    customerId: customer.id,
    apiResourceId: formField(form, 'resource'),
    wantsBeta,
    actor: await sessionActor(customer),
  });
  const said = wantsBeta ? 'beta_on' : 'beta_off';
  redirect(`/account/api-downloads?notice=${result.ok ? said : result.reason}`);
}
