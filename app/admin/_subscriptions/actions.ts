'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { keepSubscription } from '@/lib/orders/subscriptions/keep-subscription';
import { pauseSubscription } from '@/lib/orders/subscriptions/pause-subscription';
import { resumeSubscription } from '@/lib/orders/subscriptions/resume-subscription';
import { formField } from '../../_shell/form-field';
import { wholeNumber } from '../../cart/whole-number';
import type { SubscriptionNotice } from './subscription-notices';

const CHANGES = {
  cancel: { act: cancelSubscription, done: 'cancelled' },
  keep: { act: keepSubscription, done: 'kept' },
  pause: { act: pauseSubscription, done: 'paused' },
  resume: { act: resumeSubscription, done: 'resumed' },
} as const;

/** Cancels, keeps, pauses or resumes a customer's subscription at Stripe. */
export async function changeSubscription(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const verb = formField(form, 'change');
  const change = isVerb(verb) ? CHANGES[verb] : undefined;
  if (!change) return back(form, 'subscription_refused');
  const result = await change.act({ subscriptionId: formField(form, 'subscription'), owner: 'anyone', actor });
  if (result.ok) return back(form, change.done);
  back(form, result.reason === 'payments_unreachable' ? 'subscription_unreachable' : 'subscription_refused');
}

function isVerb(text: string): text is keyof typeof CHANGES {
  return Object.hasOwn(CHANGES, text);
}

/** To the page the button was on: an order's or a customer's. */
function back(form: FormData, notice: SubscriptionNotice): never {
  const place = formField(form, 'place') === 'customers' ? 'customers' : 'orders';
  redirect(`/admin/${place}/${wholeNumber(formField(form, 'number')) ?? ''}?notice=${notice}`);
}
