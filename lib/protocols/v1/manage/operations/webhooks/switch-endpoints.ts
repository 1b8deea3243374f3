import { type SwitchEndpointResult, switchEndpoint } from '../../../../../webhooks/switch-endpoint';
import { operation } from '../../operation';
import { notFound } from '../shop-fields';
import { endpointPath, endpointSchema, presentEndpoint } from './fields';

const shared = {
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  refusals: ['not_found'],
  idempotency: 'taken',
  isRepeatable: true,
  pathSchema: endpointPath,
  answerSchema: endpointSchema,
} as const;

export const enableEndpointOperation = operation({
  ...shared,
  id: 'webhooks.enable',
  path: '/admin/webhooks/{id}/enable',
  summary: 'Switch an endpoint on again.',
  description: 'What it missed is sent by `recover`.',
  handle: async ({ path, caller, at }) => tell(await switchEndpoint(path.id, true, { actor: caller.actor, at })),
});

export const disableEndpointOperation = operation({
  ...shared,
  id: 'webhooks.disable',
  path: '/admin/webhooks/{id}/disable',
  summary: 'Switch an endpoint off.',
  description: 'What waits for it is not sent. What happens meanwhile can be recovered.',
  handle: async ({ path, caller, at }) => tell(await switchEndpoint(path.id, false, { actor: caller.actor, at })),
});

function tell(switched: SwitchEndpointResult) {
  return switched.ok ? { ok: true as const, body: presentEndpoint(switched.endpoint) } : notFound;
}
