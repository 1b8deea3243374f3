'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { formField } from '../../_shell/form-field';

/** Keeps which mails the signed-in customer wants. */
export async function chooseMails(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/notifications');
  const { changed } = await setMailChoices({
    customerId: customer.id,
    choices: {
      new_release: formField(form, 'new_release') === 'on',
      licence_ending: formField(form, 'licence_ending') === 'on',
      device_activated: formField(form, 'device_activated') === 'on',
    },
    actor: await sessionActor(customer),
  });
  redirect(`/account/notifications?notice=${changed.length > 0 ? 'saved' : 'unchanged'}`);
}
