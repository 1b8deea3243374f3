import { z } from 'zod';
import { extendExpiry } from '../../../../../licensing/extend-expiry';
import { MOST_PLACES, raiseActivationLimit } from '../../../../../licensing/raise-activation-limit';
import { readAdminOrder } from '../../../../../orders/read-admin-order';
import { operation } from '../../operation';
import { actorOf, fault, instant, maybeTold, notFound, numberPath, refuse, rowNumber } from '../shop-fields';

const licencePath = numberPath.extend({ licence: rowNumber.describe('The number of a licence of this order.') });

export const raiseLimitOperation = operation({
  id: 'orders.raise_limit',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/licences/{licence}/raise-limit',
  summary: 'Give a licence of an order more places, or no limit. Only a refund takes places away.',
  refusals: ['not_found', 'licence_revoked', 'already_done'],
  pathSchema: licencePath,
  bodySchema: z.strictObject({
    activation_limit: z.int().min(1).max(MOST_PLACES).nullable().describe('Null: no limit.'),
  }),
  answerSchema: z.object({ activation_limit: z.int().nullable() }),
  handle: async ({ caller, path, body }) => {
    const which = await findResource(path);
    if (!which) return notFound;
    const wish = { ...which, activationLimit: body.activation_limit, actor: actorOf(caller) };
    const done = await raiseActivationLimit(wish);
    if (done.ok) return { ok: true, body: { activation_limit: done.activationLimit } };
    if (done.reason === 'resource_not_found') return notFound;
    if (done.reason === 'revoked') return refuse({ reason: 'licence_revoked' });
    if (done.reason === 'already_unlimited') return refuse({ reason: 'already_done' });
    return fault('activation_limit', 'must be higher than it is now');
  },
});

export const extendTermOperation = operation({
  id: 'orders.extend_term',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/licences/{licence}/extend',
  summary: 'Let a licence of an order live longer, or for good. Never shorter.',
  refusals: ['not_found', 'licence_revoked', 'licence_recurs', 'already_done'],
  pathSchema: licencePath,
  bodySchema: z.strictObject({ expires_at: instant.nullable().describe('Null: for good.') }),
  answerSchema: z.object({ expires_at: maybeTold }),
  handle: async ({ caller, path, body, at }) => {
    const which = await findResource(path);
    if (!which) return notFound;
    const expiresAt = body.expires_at === null ? null : new Date(body.expires_at);
    const done = await extendExpiry({ ...which, expiresAt, actor: actorOf(caller), at });
    if (done.ok) return { ok: true, body: { expires_at: done.expiresAt?.toISOString() ?? null } };
    if (done.reason === 'resource_not_found') return notFound;
    if (done.reason === 'revoked') return refuse({ reason: 'licence_revoked' });
    if (done.reason === 'subscription') return refuse({ reason: 'licence_recurs' });
    if (done.reason === 'already_lifetime') return refuse({ reason: 'already_done' });
    return fault('expires_at', done.reason === 'date_passed' ? 'has passed' : 'must be later than the end now');
  },
});

async function findResource({ number, licence }: { number: number; licence: number }) {
  const order = await readAdminOrder(number);
  const resource = order?.resources.find((one) => one.number === licence);
  return order && resource ? { orderId: order.id, apiResourceId: resource.id } : undefined;
}
