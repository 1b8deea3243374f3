'use server';

import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { replayPaymentEvent } from '@/lib/orders/replay-payment-event';
import { formField } from '../../../../_shell/form-field';
import { text } from '../../../../_texts/text';
import { replayText } from '../outcome-text';

export type ReplayAnswer = { tone: 'none' | 'good' | 'warn'; said: string };

/** Runs the handler of an event once more, and says what it did. */
export async function replayEvent(_before: ReplayAnswer, form: FormData): Promise<ReplayAnswer> {
  const { actor } = await requireAdminChange('/admin/logs/events');
  const result = await replayPaymentEvent(formField(form, 'id'), { actor });
  return result.ok
    ? { tone: 'good', said: replayText(result.outcome) }
    : { tone: 'warn', said: text(`logs.replay.${result.reason}`) };
}
