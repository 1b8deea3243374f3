import { z } from 'zod';
import { addEndpoint } from '../../../../../webhooks/add-endpoint';
import { editEndpoint } from '../../../../../webhooks/edit-endpoint';
import { listEndpoints, readEndpoint } from '../../../../../webhooks/list-endpoints';
import { removeEndpoint } from '../../../../../webhooks/remove-endpoint';
import { OVERLAP_HOURS, rotateSecret } from '../../../../../webhooks/rotate-secret';
import { operation } from '../../operation';
import { given, notFound, refuse } from '../shop-fields';
import {
  endpointPath,
  endpointSchema,
  endpointWithSecret,
  presentEndpoint,
  receiverShape,
  refuseReceiver,
} from './fields';

export const listEndpointsOperation = operation({
  id: 'webhooks.list',
  area: 'webhooks',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/webhooks',
  summary: 'List the endpoints that are told what happens in the store.',
  description: 'The oldest first, all at once: a store has at most 20.',
  refusals: [],
  answerSchema: z.object({ data: z.array(endpointSchema), next_cursor: z.null() }),
  handle: async () => ({
    ok: true,
    body: { data: (await listEndpoints()).map(presentEndpoint), next_cursor: null },
  }),
});

export const createEndpointOperation = operation({
  id: 'webhooks.create',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/webhooks',
  summary: 'Add an endpoint, which is told of what happens from now on.',
  refusals: ['too_many_endpoints'],
  idempotency: 'taken',
  showsSecret: true,
  success: 201,
  bodySchema: z.object({
    url: receiverShape.url,
    description: receiverShape.description.default(''),
    event_types: receiverShape.event_types.default([]),
  }),
  answerSchema: endpointWithSecret,
  handle: async ({ body, caller, at }) => {
    const entry = { url: body.url, description: body.description, eventTypes: body.event_types };
    const added = await addEndpoint(entry, { actor: caller.actor, at });
    if (!added.ok) {
      return added.reason === 'too_many_endpoints' ? refuse({ reason: added.reason }) : refuseReceiver(added.reason);
    }
    const { endpoint, secret } = added;
    const location = `/api/v1/admin/webhooks/${endpoint.id}`;
    return { ok: true, status: 201, location, body: { ...presentEndpoint(endpoint), secret } };
  },
});

export const readEndpointOperation = operation({
  id: 'webhooks.read',
  area: 'webhooks',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/webhooks/{id}',
  summary: 'Read an endpoint. Its secret is not told again.',
  refusals: ['not_found'],
  pathSchema: endpointPath,
  answerSchema: endpointSchema,
  handle: async ({ path }) => {
    const endpoint = await readEndpoint(path.id);
    return endpoint ? { ok: true, body: presentEndpoint(endpoint) } : notFound;
  },
});

export const editEndpointOperation = operation({
  id: 'webhooks.edit',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/webhooks/{id}',
  summary: 'Change where an endpoint is, what it is called and what it is told of.',
  description: 'What is left out stays. A new address holds for what waits as well.',
  refusals: ['not_found', 'etag_mismatch'],
  pathSchema: endpointPath,
  bodySchema: z.object(receiverShape).partial(),
  answerSchema: endpointSchema,
  handle: async ({ path, body, caller, at }) => {
    const { url, description, event_types: eventTypes } = body;
    const edited = await editEndpoint(path.id, given({ url, description, eventTypes }), { actor: caller.actor, at });
    if (edited.ok) return { ok: true, body: presentEndpoint(edited.endpoint) };
    return edited.reason === 'endpoint_not_found' ? notFound : refuseReceiver(edited.reason);
  },
});

export const removeEndpointOperation = operation({
  id: 'webhooks.remove',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/webhooks/{id}',
  summary: 'Remove an endpoint with the log of its deliveries.',
  refusals: ['not_found', 'etag_mismatch'],
  success: 204,
  pathSchema: endpointPath,
  handle: async ({ path, caller, at }) => {
    const removed = await removeEndpoint(path.id, { actor: caller.actor, at });
    return removed.ok ? { ok: true, status: 204 } : notFound;
  },
});

export const rotateSecretOperation = operation({
  id: 'webhooks.rotate_secret',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/webhooks/{id}/rotate-secret',
  summary: 'Give an endpoint a new signing secret.',
  description: 'During the overlap every message carries a signature by each of the two secrets.',
  refusals: ['not_found'],
  idempotency: 'taken',
  showsSecret: true,
  pathSchema: endpointPath,
  bodySchema: z.object({ overlap_hours: z.literal(OVERLAP_HOURS).default(0) }),
  answerSchema: endpointWithSecret,
  handle: async ({ path, body, caller, at }) => {
    const rotated = await rotateSecret(path.id, body.overlap_hours, { actor: caller.actor, at });
    if (!rotated.ok) return notFound;
    return { ok: true, body: { ...presentEndpoint(rotated.endpoint), secret: rotated.secret } };
  },
});
