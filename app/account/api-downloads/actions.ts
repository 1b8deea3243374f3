'use server';

import { redirect } from 'next/navigation';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { setBetaWish } from '@/lib/licensing/set-beta-wish';
import { formField } from '../../_shell/form-field';

/** Keeps the signed-in customer's wish for beta versions of one of their licences. */
export async function wishBeta(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-downloads');
  const { address } = await requestFacts();
  const wantsBeta = formField(form, 'wants') === 'yes';
  const result = await setBetaWish({
    customerId: customer.id,
    apiResourceId: formField(form, 'resource'),
    wantsBeta,
    actor: { kind: customer.role, id: customer.id, via: `session:${customer.sessionId}`, address },
  });
  const said = wantsBeta ? 'beta_on' : 'beta_off';
  redirect(`/account/api-downloads?notice=${result.ok ? said : result.reason}`);
}
