'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { startRenewal } from '@/lib/orders/start-renewal';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { changeSubscriptionPlan } from '@/lib/orders/subscriptions/change-subscription-plan';
import { keepSubscription } from '@/lib/orders/subscriptions/keep-subscription';
import { openBillingPortal } from '@/lib/orders/subscriptions/open-billing-portal';
import { pauseSubscription } from '@/lib/orders/subscriptions/pause-subscription';
import { resumeSubscription } from '@/lib/orders/subscriptions/resume-subscription';
import { storeFacts } from '@/lib/settings/store-facts';
import { formField, formFields } from '../../_shell/form-field';
import { type Changed, type Notice, noticeOf } from './notices';

const PATH = '/account/subscriptions';

/** Opens the payment page for a further term of the chosen licences, at the prices the page showed. */
export async function renewLicences(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer(PATH);
  const apiResourceIds = formFields(form, 'licence');
  const shown = apiResourceIds.map((id) => Number(formField(form, `price.${id}`)));
  const started = await startRenewal({
    formToken: formField(form, 'formToken'),
    customerId: customer.id,
    apiResourceIds,
    shownAmount: shown.reduce((sum, amount) => sum + amount, 0),
  });
  redirect(started.ok ? started.payUrl : pageWith(noticeOf(started.reason)));
}

/** Ends a subscription with what is paid for. */
export async function cancel(form: FormData): Promise<void> {
  await requireOwnPage();
  return answer(await cancelSubscription(await askOf(form)), 'cancelled');
}

/** Takes back a cancellation. */
export async function keep(form: FormData): Promise<void> {
  await requireOwnPage();
  return answer(await keepSubscription(await askOf(form)), 'kept');
}

/** Stops collecting until further notice. */
export async function pause(form: FormData): Promise<void> {
  await requireOwnPage();
  return answer(await pauseSubscription(await askOf(form)), 'paused');
}

/** Collects again. */
export async function resume(form: FormData): Promise<void> {
  await requireOwnPage();
  return answer(await resumeSubscription(await askOf(form)), 'resumed');
}

/** Another plan of the same product, from now on. */
export async function changePlan(form: FormData): Promise<void> {
  await requireOwnPage();
  const ask = await askOf(form);
  const wish = { ...ask, itemId: formField(form, 'item'), planNumber: Number(formField(form, 'plan')) };
  return answer(await changeSubscriptionPlan(wish), 'plan_changed');
}

/** Opens the page where card and invoices are; its address is made for this visit. */
export async function openPortal(form: FormData): Promise<void> {
  await requireOwnPage();
  const { subscriptionId, owner, actor } = await askOf(form);
  const returnUrl = `${storeFacts().publicUrl}${PATH}`;
  const opened = await openBillingPortal({ subscriptionId, ...owner, actor, returnUrl });
  redirect(opened.ok ? opened.url : pageWith(noticeOf(opened.reason)));
}

async function askOf(form: FormData) {
  const customer = await requireCustomer(PATH);
  const actor = await sessionActor(customer);
  return { subscriptionId: formField(form, 'subscription'), owner: { customerId: customer.id }, actor };
}

function answer(result: Changed, done: Notice): never {
  if (!result.ok) redirect(pageWith(noticeOf(result.reason)));
  redirect(pageWith(result.state === 'pending' ? 'pending' : done));
}

function pageWith(notice: Notice): string {
  return `${PATH}?notice=${notice}`;
}
