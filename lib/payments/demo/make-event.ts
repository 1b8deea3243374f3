import type { Double } from './double';
import { seconds } from './double';
import { newId } from './new-id';
import { API_VERSION, type DoubleEventType, type EventObject, type WireEvent } from './wire';

/** The event in Stripe's form, with a copy of the object. */
export function makeEvent<T extends DoubleEventType>(double: Double, type: T, object: EventObject<T>): WireEvent {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: seconds(double),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}
