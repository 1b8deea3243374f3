import { EVENT_KINDS } from '@/lib/webhooks/event-types';
import type { EventChoice } from './event-choices';

/** Every type of event that an endpoint can choose. */
export function eventChoices(): EventChoice[] {
  return EVENT_KINDS.flatMap(({ type, group, about }) => (group === 'test' ? [] : [{ type, group, about }]));
}
