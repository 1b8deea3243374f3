'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { extendExpiry } from '@/lib/licensing/extend-expiry';
import { raiseActivationLimit } from '@/lib/licensing/raise-activation-limit';
import { addOrderNote, deleteOrderNote } from '@/lib/orders/add-order-note';
import { finishRefund } from '@/lib/orders/finish-refund';
import { resendOrderMail } from '@/lib/orders/resend-order-mail';
import { formField } from '../../../_shell/form-field';
import { wholeNumber } from '../../../cart/whole-number';
import { readOrderNumber } from '../order-number';
import { endOfDay } from './end-of-day';
import type { OrderNotice } from './order-notices';

/** Gives an API Resource of the order more places, or no limit. */
export async function raiseLimit(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const activationLimit = formField(form, 'unlimited') === 'on' ? null : wholeNumber(formField(form, 'limit'));
  const which = { orderId: formField(form, 'order'), apiResourceId: formField(form, 'resource') };
  const result = await raiseActivationLimit({ ...which, activationLimit, actor });
  back(form, result.ok ? 'limit_raised' : result.reason);
}

/** Lets an API Resource of the order live until the end of a later day, or for good. */
export async function extendTerm(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const expiresAt = formField(form, 'lifetime') === 'on' ? null : endOfDay(formField(form, 'day'));
  const which = { orderId: formField(form, 'order'), apiResourceId: formField(form, 'resource') };
  const result = await extendExpiry({ ...which, expiresAt, actor });
  back(form, result.ok ? 'expiry_extended' : result.reason);
}

/** Deletes an activation of the order's customer. */
export async function deleteOrderActivation(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const which = { customerId: formField(form, 'customer'), activationId: formField(form, 'activation') };
  const result = await deleteActivation({ ...which, actor });
  back(form, result.ok ? 'activation_deleted' : result.reason);
}

/** Leaves a note for the other admins. */
export async function addNote(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const number = readOrderNumber(formField(form, 'number')) ?? 0;
  const result = await addOrderNote(number, formField(form, 'note'), { actor });
  back(form, result.ok ? 'note_added' : result.reason);
}

/** Takes back a note of one's own. */
export async function deleteNote(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const number = readOrderNumber(formField(form, 'number')) ?? 0;
  const result = await deleteOrderNote(number, formField(form, 'note'), { actor });
  back(form, result.ok ? 'note_deleted' : result.reason);
}

/** Sends the order mail with its keys once more. */
export async function resendMail(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const number = readOrderNumber(formField(form, 'number')) ?? 0;
  const result = await resendOrderMail(number, formField(form, 'request'), { actor });
  back(form, result.ok ? 'mail_queued' : result.reason);
}

/** Asks Stripe again for a refund whose answer was lost. */
export async function askStripeAgain(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/orders');
  const result = await finishRefund(formField(form, 'request'), { actor });
  back(form, result.ok ? `refund_${result.state}` : result.reason);
}

function back(form: FormData, notice: OrderNotice): never {
  const number = readOrderNumber(formField(form, 'number'));
  redirect(number === undefined ? '/admin/orders' : `/admin/orders/${number}?notice=${notice}`);
}
