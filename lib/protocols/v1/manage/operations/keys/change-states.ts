import { z } from 'zod';
import { activateKey, disableKey, revokeKey } from '../../../../../access-keys/change-key-state';
import { BULK_CHANGES, changeKeys, MOST_AT_ONCE } from '../../../../../access-keys/change-keys';
import { removeKey } from '../../../../../access-keys/remove-key';
import { operation } from '../../operation';
import { fault, words } from '../shop-fields';
import { keyPath, keyShape, presentKey } from './key-shapes';
import { refuseKey } from './refuse-key';

/** `POST /api-keys/{sid}/disable`. */
export const disable = operation({
  id: 'keys.disable',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/disable',
  summary: 'Switch a key off. It can be switched on again.',
  refusals: ['not_found', 'key_revoked'],
  pathSchema: keyPath,
  answerSchema: keyShape,
  handle: async ({ caller, path, at }) => {
    const changed = await disableKey({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    return changed.ok ? { ok: true, body: presentKey(changed.key) } : refuseKey(changed);
  },
});

/** `POST /api-keys/{sid}/activate`. */
export const activate = operation({
  id: 'keys.activate',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/activate',
  summary: 'Switch a key on again.',
  refusals: ['not_found', 'key_revoked', 'key_leaked', 'mfa_required'],
  pathSchema: keyPath,
  answerSchema: keyShape,
  handle: async ({ caller, path, at }) => {
    const changed = await activateKey({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    return changed.ok ? { ok: true, body: presentKey(changed.key) } : refuseKey(changed);
  },
});

const newDefault = z.string().nullable().describe('The default key that took its place.');

/** `POST /api-keys/{sid}/revoke`. */
export const revoke = operation({
  id: 'keys.revoke',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/revoke',
  summary: 'End a key for good. It stays in the list as revoked.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  answerSchema: z.object({ key: keyShape, new_default_sid: newDefault }),
  handle: async ({ caller, path, at }) => {
    const done = await revokeKey({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    if (!done.ok) return refuseKey(done);
    return { ok: true, body: { key: presentKey(done.key), new_default_sid: done.newDefaultSid ?? null } };
  },
});

/** `DELETE /api-keys/{sid}`. */
export const remove = operation({
  id: 'keys.remove',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'DELETE',
  path: '/api-keys/{sid}',
  summary: 'Remove a key.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  answerSchema: z.object({ new_default_sid: newDefault }),
  handle: async ({ caller, path, at }) => {
    const done = await removeKey({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    return done.ok ? { ok: true, body: { new_default_sid: done.newDefaultSid ?? null } } : refuseKey(done);
  },
});

/** `POST /api-keys/bulk`. */
export const bulk = operation({
  id: 'keys.bulk',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/bulk',
  summary: 'Do the same to up to 100 keys.',
  description: 'Each by itself: what one is refused, the others are not.',
  refusals: [],
  bodySchema: z.object({
    change: z.enum(BULK_CHANGES),
    sids: z.array(words(60)).min(1).max(MOST_AT_ONCE),
  }),
  answerSchema: z.object({
    data: z.array(z.object({ sid: z.string(), ok: z.boolean(), code: z.string().nullable() })),
  }),
  handle: async ({ caller, body, at }) => {
    const { customerId, actor } = caller;
    const done = await changeKeys({ customerId, sids: body.sids, change: body.change, actor, at });
    if (!done.ok) return fault('sids', done.reason === 'too_many_chosen' ? 'holds too many' : 'holds none');
    const data = done.keys.map((one) => ({ sid: one.sid, ok: one.ok, code: one.ok ? null : codeOf(one) }));
    return { ok: true, body: { data } };
  },
});

function codeOf(refused: { reason: 'key_not_found' | 'key_revoked' | 'key_leaked' | 'mfa_required' }): string {
  return refuseKey({ ok: false, reason: refused.reason }).refusal.reason;
}
