'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { replayDelivery } from '@/lib/webhooks/replay-delivery';
import { formField } from '../../../../_shell/form-field';

const PATH = '/admin/webhooks/deliveries';

/** Sends a message to its endpoint once more. */
export async function sendAgain(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const id = formField(form, 'id');
  const replayed = await replayDelivery({ id }, { actor });
  redirect(`${PATH}/${encodeURIComponent(id)}?done=${replayed.ok ? 'replayed' : replayed.reason}`);
}
