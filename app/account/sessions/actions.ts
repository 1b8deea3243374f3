'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { endOtherSessions, endSession } from '@/lib/customers/end-session';
import { formField } from '../../_shell/form-field';

/** Ends one session of the signed-in person. */
export async function endSessionAction(form: FormData): Promise<void> {
  const { customer, actor } = await whoEnds();
  await endSession({ customerId: customer.id, sessionId: formField(form, 'session'), actor });
  redirect('/account/sessions?notice=session_ended');
}

/** Ends every session of the signed-in person but this one. */
export async function endOthersAction(): Promise<void> {
  const { customer, actor } = await whoEnds();
  await endOtherSessions({ customerId: customer.id, sessionId: customer.sessionId, actor });
  redirect('/account/sessions?notice=sessions_ended');
}

async function whoEnds() {
  await requireOwnPage();
  const customer = await requireCustomer('/account/sessions');
  const actor = await sessionActor(customer);
  return { customer, actor };
}
