'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { now } from '@/lib/clock';
import { recoverDeliveries } from '@/lib/webhooks/recover-deliveries';
import { removeEndpoint } from '@/lib/webhooks/remove-endpoint';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { switchEndpoint } from '@/lib/webhooks/switch-endpoint';
import { formField } from '../../../../_shell/form-field';
import type { WebhookNotice } from '../../_parts/webhook-notices';
import { recoveredNotice, sinceHours } from './recover-choices';

const PATH = '/admin/webhooks/out';
const HOUR_MS = 3_600_000;

/** Sends a test event to the endpoint. */
export async function sendTest(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const sent = await sendTestEvent(formField(form, 'id'), { actor });
  back(form, sent.ok ? 'tested' : sent.reason);
}

/** Switches the endpoint off. */
export async function disableEndpoint(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const switched = await switchEndpoint(formField(form, 'id'), false, { actor });
  back(form, switched.ok ? 'disabled' : switched.reason);
}

/** Switches it on again. */
export async function enableEndpoint(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const switched = await switchEndpoint(formField(form, 'id'), true, { actor });
  back(form, switched.ok ? 'enabled' : switched.reason);
}

/** Removes it with its secret and its log. */
export async function deleteEndpoint(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const removed = await removeEndpoint(formField(form, 'id'), { actor });
  redirect(`${PATH}?done=${removed.ok ? 'removed' : removed.reason}`);
}

/** Sends what has not arrived since the chosen instant. */
export async function recoverSince(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const since = new Date(now().getTime() - sinceHours(formField(form, 'since')) * HOUR_MS);
  const result = await recoverDeliveries(formField(form, 'id'), since, { actor });
  back(form, result.ok ? recoveredNotice(result) : result.reason);
}

function back(form: FormData, done: WebhookNotice): never {
  if (done === 'endpoint_not_found') redirect(`${PATH}?done=${done}`);
  redirect(`${PATH}/${encodeURIComponent(formField(form, 'id'))}?done=${done}`);
}
