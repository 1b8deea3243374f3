import { z } from 'zod';
import { configureAccess } from '../../../../../access-keys/configure-access';
import { editKey } from '../../../../../access-keys/edit-key';
import type { KeyFields } from '../../../../../access-keys/key-fields';
import { operation } from '../../operation';
import { given } from '../shop-fields';
import { refuseAccess } from './check-access';
import { accessShape, keyFields, keyPath, keyShape, presentKey } from './key-shapes';
import { refuseKey } from './refuse-key';

const someFields = z.object(keyFields).partial();

/** The fields of a key in the words of lib/access-keys; what was left out stays out. */
export function fieldsOf(body: z.output<typeof someFields>): KeyFields {
  const { expires_at: end } = body;
  return given({
    name: body.name,
    note: body.note,
    description: body.description,
    expiresAt: typeof end === 'string' ? new Date(end) : end,
    addresses: body.addresses,
    headersOnly: body.headers_only,
    rate: body.rate,
    monthlyCap: body.monthly_cap,
    rotateDays: body.rotate_days,
  });
}

/** `PATCH /api-keys/{sid}`. */
export const edit = operation({
  id: 'keys.edit',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'PATCH',
  path: '/api-keys/{sid}',
  summary: 'Change name, note, description, expiry, limits or addresses of a key.',
  refusals: ['not_found', 'key_revoked', 'lifetime_too_long', 'more_than_caller', 'looks_like_a_key'],
  pathSchema: keyPath,
  bodySchema: someFields.meta({ id: 'ApiKeyChange' }),
  answerSchema: keyShape,
  handle: async ({ caller, path, body, at }) => {
    const wish = { ...fieldsOf(body), customerId: caller.customerId, sid: path.sid, actor: caller.actor, at };
    const edited = await editKey(wish);
    return edited.ok ? { ok: true, body: presentKey(edited.key) } : refuseKey(edited);
  },
});

/** `PUT /api-keys/{sid}/access`. */
export const setAccess = operation({
  id: 'keys.set_access',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'PUT',
  path: '/api-keys/{sid}/access',
  summary: 'Set what a key may do.',
  description: 'Never more than the key that asks may do itself.',
  refusals: ['not_found', 'key_revoked', 'more_than_caller'],
  pathSchema: keyPath,
  bodySchema: accessShape,
  answerSchema: keyShape,
  handle: async ({ caller, path, body, at, catalogue }) => {
    const refused = refuseAccess(body, catalogue);
    if (refused) return refused;
    const { customerId, actor } = caller;
    const set = await configureAccess({ customerId, sid: path.sid, access: body, actor, at });
    return set.ok ? { ok: true, body: presentKey(set.key) } : refuseKey(set);
  },
});
