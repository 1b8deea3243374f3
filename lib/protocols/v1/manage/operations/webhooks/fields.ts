import { z } from 'zod';
import { unreachable } from '../../../../../errors';
import type { ReceiverFault } from '../../../../../webhooks/check-receiver';
import type { Endpoint } from '../../../../../webhooks/endpoint';
import { CHOSEN_TYPES } from '../../../../../webhooks/event-types';
import { fault, isoOf, maybeTold, told, words } from '../shop-fields';

/** A path that names an endpoint. */
export const endpointPath = z.object({ id: z.uuid() });

const eventTypes = z.array(z.enum(CHOSEN_TYPES)).max(CHOSEN_TYPES.length);

/** What may be entered of an endpoint. */
export const receiverShape = {
  url: words(2_000).describe('An https address. Addresses of inner networks are refused.'),
  description: words(200).describe('For people.'),
  event_types: eventTypes.describe('What it is told of; empty means everything, later types too.'),
};

/** What an endpoint is answered as. */
export const endpointSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.string()).describe('Empty means everything.'),
  state: z.enum(['enabled', 'disabled']),
  disabled_reason: z
    .enum(['admin', 'gone', 'failing'])
    .nullable()
    .describe('gone: it answered 410. failing: nothing arrived for five days.'),
  disabled_at: maybeTold,
  failing_since: maybeTold.describe('The first failed attempt after the last success.'),
  secret_made_at: told,
  old_secret_until: maybeTold.describe('Until then messages are signed with the earlier secret as well.'),
  created_at: told,
});

export const endpointWithSecret = endpointSchema.extend({
  secret: z.string().describe('Signs every message. Shown in this answer only.'),
});

export function presentEndpoint(endpoint: Endpoint): z.input<typeof endpointSchema> {
  const { id, url, description, disabledAt, disabledReason } = endpoint;
  return {
    id,
    url,
    description,
    event_types: endpoint.eventTypes,
    state: disabledAt === null ? 'enabled' : 'disabled',
    disabled_reason: disabledReason,
    disabled_at: isoOf(disabledAt),
    failing_since: isoOf(endpoint.failingSince),
    secret_made_at: isoOf(endpoint.secretMadeAt),
    old_secret_until: isoOf(endpoint.oldSecretUntil),
    created_at: isoOf(endpoint.createdAt),
  };
}

/** What is wrong with an entered receiver, by its member. */
export function refuseReceiver(reason: ReceiverFault) {
  switch (reason) {
    case 'address_invalid':
      return fault('url', 'is no address, or holds a login');
    case 'not_https':
      return fault('url', 'must begin with https://');
    case 'private_address':
      return fault('url', 'leads to an inner network');
    case 'address_too_long':
      return fault('url', 'is too long');
    case 'description_too_long':
      return fault('description', 'is too long');
    case 'unknown_type':
      return fault('event_types', 'names a type that does not exist');
    default:
      return unreachable(reason);
  }
}
