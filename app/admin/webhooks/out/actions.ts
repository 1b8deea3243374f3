'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { addEndpoint } from '@/lib/webhooks/add-endpoint';
import { editEndpoint } from '@/lib/webhooks/edit-endpoint';
import { rotateSecret } from '@/lib/webhooks/rotate-secret';
import { formField } from '../../../_shell/form-field';
import type { EndpointAnswer } from './endpoint-answer';
import { readEndpointForm } from './read-endpoint-form';

const PATH = '/admin/webhooks/out';

/** Adds an endpoint; the answer has its secret, this once. */
export async function createEndpoint(_before: EndpointAnswer, form: FormData): Promise<EndpointAnswer> {
  const { actor } = await requireAdminChange(`${PATH}/new`);
  await requireStepUp(`${PATH}/new`);
  const entered = readEndpointForm(form);
  const added = await addEndpoint(entered, { actor });
  if (!added.ok) return { outcome: 'refused', entered, fault: added.reason };
  return { outcome: 'made', id: added.endpoint.id, secret: added.secret };
}

/** Saves what was entered about an endpoint. */
export async function saveEndpoint(_before: EndpointAnswer, form: FormData): Promise<EndpointAnswer> {
  const { actor } = await requireAdminChange(PATH);
  const id = formField(form, 'id');
  await requireStepUp(`${PATH}/${encodeURIComponent(id)}/edit`);
  const entered = readEndpointForm(form);
  const edited = await editEndpoint(id, entered, { actor });
  if (!edited.ok) return { outcome: 'refused', entered, fault: edited.reason };
  redirect(`${PATH}/${id}?done=saved`);
}

/** Gives an endpoint a new secret; the answer has it, this once. */
export async function replaceSecret(_before: EndpointAnswer, form: FormData): Promise<EndpointAnswer> {
  const { actor } = await requireAdminChange(PATH);
  const id = formField(form, 'id');
  await requireStepUp(`${PATH}/${encodeURIComponent(id)}/secret`);
  const rotated = await rotateSecret(id, Number(formField(form, 'overlap')), { actor });
  if (!rotated.ok) redirect(`${PATH}?done=endpoint_not_found`);
  return { outcome: 'made', id, secret: rotated.secret };
}
