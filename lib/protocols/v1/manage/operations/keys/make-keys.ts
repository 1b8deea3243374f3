import { z } from 'zod';
import { createKey } from '../../../../../access-keys/create-key';
import { OVERLAP_SECONDS, regenerateKey } from '../../../../../access-keys/regenerate-key';
import { renewPair } from '../../../../../access-keys/renew-pair';
import { reportLeak } from '../../../../../access-keys/report-leak';
import { operation } from '../../operation';
import { refuseAccess } from './check-access';
import { fieldsOf } from './edit-keys';
import { accessShape, KINDS, keyFields, keyPath, keyShape, presentKey, presentValue, valueShape } from './key-shapes';
import { refuseKey } from './refuse-key';

const madeShape = z.object({ key: keyShape, value: valueShape });

/** `POST /api-keys`. */
export const create = operation({
  id: 'keys.create',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys',
  summary: 'Make a developer key.',
  description:
    'The value is told in this answer only (of a standard key also on its page). The new key gets no more access and no more addresses than the key that makes it.',
  refusals: [
    'key_limit_reached',
    'kind_not_allowed',
    'lifetime_too_long',
    'mfa_required',
    'more_than_caller',
    'pairs_not_in_plan',
    'looks_like_a_key',
    'rate_limited',
  ],
  idempotency: 'taken',
  showsSecret: true,
  success: 201,
  bodySchema: z
    .object({
      kind: z.enum(KINDS),
      ...z.object(keyFields).partial().required({ name: true }).shape,
      is_active: z.boolean().default(true),
      access: accessShape.optional().describe('Left out: what the calling key may do itself.'),
    })
    .meta({ id: 'NewApiKey' }),
  answerSchema: madeShape.extend({ has_same_name: z.boolean().describe('Another live key of yours has this name.') }),
  handle: async ({ caller, body, at, catalogue }) => {
    const refused = body.access && refuseAccess(body.access, catalogue);
    if (refused) return refused;
    const made = await createKey({
      ...fieldsOf(body),
      customerId: caller.customerId,
      kind: body.kind,
      name: body.name,
      isActive: body.is_active,
      ...(body.access ? { access: body.access } : {}),
      actor: caller.actor,
      at,
    });
    if (!made.ok) return refuseKey(made);
    const { key, value, hasSameName } = made;
    const answer = { key: presentKey(key), value: presentValue(value), has_same_name: hasSameName };
    return { ok: true, status: 201, location: `/api/v1/api-keys/${key.sid}`, body: answer };
  },
});

/** `POST /api-keys/{sid}/regenerate`. */
export const regenerate = operation({
  id: 'keys.regenerate',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/regenerate',
  summary: 'Give a key a new value.',
  description: 'sid, name, access, limits and counts stay. Without an overlap the old value opens nothing any more.',
  refusals: [
    'not_found',
    'key_revoked',
    'key_has_expired',
    'key_limit_reached',
    'mfa_required',
    'more_than_caller',
    'rate_limited',
  ],
  idempotency: 'taken',
  showsSecret: true,
  pathSchema: keyPath,
  bodySchema: z.object({
    overlap_seconds: z.literal(OVERLAP_SECONDS).default(0).describe('How long the old value goes on working.'),
  }),
  answerSchema: madeShape,
  handle: async ({ caller, path, body, at }) => {
    const { customerId, actor } = caller;
    const made = await regenerateKey({ customerId, sid: path.sid, overlapSeconds: body.overlap_seconds, actor, at });
    if (!made.ok) return refuseKey(made);
    return { ok: true, body: { key: presentKey(made.key), value: presentValue(made.value) } };
  },
});

/** `POST /api-keys/{sid}/renew`. */
export const renew = operation({
  id: 'keys.renew',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/renew',
  summary: 'Renew a pair for another year.',
  description: 'In its last 60 days. Its values stay.',
  refusals: [
    'not_found',
    'key_revoked',
    'key_has_expired',
    'not_a_pair',
    'too_early',
    'mfa_required',
    'lifetime_too_long',
  ],
  pathSchema: keyPath,
  answerSchema: keyShape,
  handle: async ({ caller, path, at }) => {
    const renewed = await renewPair({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    return renewed.ok ? { ok: true, body: presentKey(renewed.key) } : refuseKey(renewed);
  },
});

/** `POST /api-keys/{sid}/leaked`. */
export const leaked = operation({
  id: 'keys.report_leak',
  area: 'keys',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/api-keys/{sid}/leaked',
  summary: 'Say that a key leaked, and get another one.',
  description: 'The key is disabled at once. Its replacement has the same kind, name, access and limits.',
  refusals: ['not_found', 'key_revoked', 'mfa_required', 'kind_not_allowed'],
  idempotency: 'taken',
  showsSecret: true,
  pathSchema: keyPath,
  answerSchema: z.object({ leaked: keyShape, replacement: keyShape, value: valueShape }),
  handle: async ({ caller, path, at }) => {
    const told = await reportLeak({ customerId: caller.customerId, sid: path.sid, actor: caller.actor, at });
    if (!told.ok) return refuseKey(told);
    const { leaked: key, replacement, value } = told;
    return {
      ok: true,
      body: { leaked: presentKey(key), replacement: presentKey(replacement), value: presentValue(value) },
    };
  },
});
