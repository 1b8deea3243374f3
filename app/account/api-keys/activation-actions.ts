'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { renameActivation } from '@/lib/licensing/rename-activation';
import { undoOwnDeletion } from '@/lib/licensing/undo-own-deletion';
import { formField, formFields } from '../../_shell/form-field';
import { wholeNumber } from '../../cart/whole-number';
import { backToActivations, type ShownOn } from './activations-path';

/** Removes one activation of the signed-in customer and gives its place back; the page then offers to take that back. */
export async function deleteActivationAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const { customerId, actor } = await whoAsks();
  const wish = { customerId, activationId: formField(form, 'activation'), isUndoable: true, actor };
  const result = await deleteActivation(wish);
  const told = result.ok ? { notice: 'activation_deleted', deleted: result.changeId } : { notice: result.reason };
  redirect(backToActivations(shownOn(form), told));
}

/** Takes a deletion back, as far as the place is still free. */
export async function undoDeletion(form: FormData): Promise<void> {
  await requireOwnPage();
  const { customerId, actor } = await whoAsks();
  const result = await undoOwnDeletion({ id: formField(form, 'deleted'), customerId, actor });
  redirect(backToActivations(shownOn(form), { notice: result.ok ? 'activation_restored' : result.reason }));
}

/** Gives an activation of the signed-in customer another name; an empty one takes the name away. */
export async function renameActivationAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const { customerId, actor } = await whoAsks();
  const result = await renameActivation({
    customerId,
    licenceNumber: wholeNumber(formField(form, 'onLicence')) || 0,
    activationId: formField(form, 'activation'),
    label: formField(form, 'label'),
    actor,
  });
  redirect(backToActivations(shownOn(form), { notice: result.ok ? 'activation_renamed' : result.reason }));
}

async function whoAsks() {
  const customer = await requireCustomer('/account/api-keys');
  const actor = await sessionActor(customer);
  return { customerId: customer.id, actor };
}

function shownOn(form: FormData): ShownOn {
  return { search: formFields(form, 'search')[0], licence: formFields(form, 'licence')[0] };
}
