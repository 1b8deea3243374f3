import type { ReceiverEntry } from '@/lib/webhooks/check-receiver';
import { CHOSEN_TYPES } from '@/lib/webhooks/event-types';
import { formField } from '../../../_shell/form-field';

/** What was entered about an endpoint. A box that is not sent is not chosen. */
export function readEndpointForm(form: FormData): ReceiverEntry {
  return {
    url: formField(form, 'url').trim(),
    description: formField(form, 'description'),
    eventTypes: CHOSEN_TYPES.filter((type) => formField(form, type) === 'on'),
  };
}
