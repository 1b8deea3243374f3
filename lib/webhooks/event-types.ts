import { z } from 'zod';
import { activationData, keyData, licenceData, limitData, orderData, testData } from './event-data';

const GROUPS = ['orders', 'licences', 'activations', 'keys', 'test'] as const;
/** What an event is about, for people who choose among the types. */
export type EventGroup = (typeof GROUPS)[number];

/** Everything receivers can be told of: the type, what it is about, its `data`, and when it is sent. Never renamed. */
const CATALOGUE = [
  ['order.paid', 'orders', orderData, 'An order was paid and its licences were issued.'],
  ['order.refunded', 'orders', orderData, 'A refund of an order was made, in part or whole, or was taken back.'],
  ['order.disputed', 'orders', orderData, 'A payment was disputed, or a dispute ended.'],
  ['licence.issued', 'licences', licenceData, 'A licence was issued.'],
  ['licence.changed', 'licences', licenceData, 'The term or the activation limit of a licence changed.'],
  ['licence.suspended', 'licences', licenceData, 'A licence was closed for a while.'],
  ['licence.resumed', 'licences', licenceData, 'A suspended licence works again.'],
  [
    'licence.revoked',
    'licences',
    licenceData,
    'A licence ended because its money went back, or because its customer deleted the account.',
  ],
  ['licence.restored', 'licences', licenceData, 'A revoked licence works again because its money came back.'],
  ['licence.expired', 'licences', licenceData, 'The term of a licence, grace included, is over.'],
  ['activation.created', 'activations', activationData, 'A copy of the software was activated.'],
  ['activation.deleted', 'activations', activationData, 'An activation ended and its place is free.'],
  [
    'activation.limit_reached',
    'activations',
    limitData,
    'An activation was refused because every place is taken; told once a day for each key and product.',
  ],
  ['api_key.created', 'keys', keyData, 'A developer key was made.'],
  ['api_key.changed', 'keys', keyData, 'A developer key was renamed, or what it may do was changed.'],
  ['api_key.regenerated', 'keys', keyData, 'A developer key got a new secret.'],
  ['api_key.disabled', 'keys', keyData, 'A developer key was switched off.'],
  ['api_key.activated', 'keys', keyData, 'A disabled developer key works again.'],
  ['api_key.leaked', 'keys', keyData, 'A developer key was found in public.'],
  ['api_key.revoked', 'keys', keyData, 'A developer key ended for good.'],
  ['api_key.removed', 'keys', keyData, 'A developer key was removed.'],
  ['webhook.test', 'test', testData, 'Somebody pressed "Send test event". Sent to that one endpoint only.'],
] as const;

/** A type of event. */
export type EventType = (typeof CATALOGUE)[number][0];

export type EventKind = { type: EventType; group: EventGroup; about: string; data: z.ZodObject };

/** The catalogue of events, in the order in which people are shown it. */
export const EVENT_KINDS: readonly EventKind[] = CATALOGUE.map(([type, group, data, about]) => ({
  type,
  group,
  about,
  data,
}));

const TYPES: ReadonlySet<string> = new Set(EVENT_KINDS.map(({ type }) => type));

/** The types an endpoint can choose: all but the test event, which needs no choosing. */
export const CHOSEN_TYPES: readonly EventType[] = EVENT_KINDS.flatMap(({ type }) =>
  type === 'webhook.test' ? [] : [type],
);

/** Whether a text names a type of event. */
export function isEventType(text: string): text is EventType {
  return TYPES.has(text);
}

/** The JSON Schema (2020-12) of a whole message of this type. */
export function eventJsonSchema({ type, data }: EventKind): Record<string, unknown> {
  return z.toJSONSchema(z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data }), { io: 'output' });
}
