import { z } from 'zod';
import { disableKey, revokeKey } from '../../../../../access-keys/change-key-state';
import { type KeyOfOwner, listDeadKeyUses, listEveryKey, readAnyKey } from '../../../../../access-keys/list-every-key';
import { operation } from '../../operation';
import { pageOf, pageQuery, pageWish } from '../../paging';
import { KINDS, keyPath, keyShape, presentKey, STATES } from '../keys/key-shapes';
import { refuseKey } from '../keys/refuse-key';
import { answerPage, given, isoOf, isYes, notFound, rowNumber, searched, told, yesOrNo } from '../shop-fields';

const ownedShape = keyShape
  .extend({ owner: z.object({ number: z.int(), email: z.string() }) })
  .meta({ id: 'OwnedApiKey', description: 'A developer key with its owner. Administrators never see a value.' });

function presentOwned(key: KeyOfOwner): z.input<typeof ownedShape> {
  return Object.assign(presentKey(key), { owner: { number: key.customerNumber, email: key.customerEmail } });
}

/** `GET /admin/api-keys`. */
export const listAll = operation({
  id: 'keys.admin_list',
  area: 'keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/api-keys',
  summary: 'List the developer keys of every account.',
  refusals: [],
  querySchema: z.object({
    q: searched.optional().describe('Part of a name, sid or prefix, or the beginning of the owner’s address.'),
    kind: z.enum(KINDS).optional(),
    status: z.enum(STATES).optional(),
    unused: yesOrNo.optional(),
    expiring: yesOrNo.optional(),
    leaked: yesOrNo.optional(),
    customer: rowNumber.optional().describe('The number of the owner.'),
    ...pageQuery.shape,
  }),
  answerSchema: pageOf(ownedShape),
  handle: async ({ query, at }) => {
    const filter = given({
      text: query.q,
      kind: query.kind,
      state: query.status,
      isUnused: isYes(query.unused),
      isExpiring: isYes(query.expiring),
      isLeaked: isYes(query.leaked),
      customerNumber: query.customer,
    });
    const page = await listEveryKey({ filter, page: pageWish(query), size: query.limit }, at);
    return answerPage(page, query, presentOwned);
  },
});

/** `GET /admin/api-keys/{sid}`. */
export const readAny = operation({
  id: 'keys.admin_read',
  area: 'keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/api-keys/{sid}',
  summary: 'Read a developer key of any account.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  answerSchema: ownedShape,
  handle: async ({ path, at }) => {
    const key = await readAnyKey(path.sid, at);
    return key ? { ok: true, body: presentOwned(key) } : notFound;
  },
});

/** `POST /admin/api-keys/{sid}/disable`. */
export const disableAny = operation({
  id: 'keys.admin_disable',
  area: 'keys',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/api-keys/{sid}/disable',
  summary: 'Switch off a key of any account.',
  refusals: ['not_found', 'key_revoked'],
  pathSchema: keyPath,
  answerSchema: keyShape,
  handle: async ({ caller, path, at }) => {
    const changed = await disableKey({ anyOwner: true, sid: path.sid, actor: caller.actor, at });
    return changed.ok ? { ok: true, body: presentKey(changed.key) } : refuseKey(changed);
  },
});

/** `POST /admin/api-keys/{sid}/revoke`. */
export const revokeAny = operation({
  id: 'keys.admin_revoke',
  area: 'keys',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/api-keys/{sid}/revoke',
  summary: 'End a key of any account for good.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  answerSchema: z.object({ key: keyShape, new_default_sid: z.string().nullable() }),
  handle: async ({ caller, path, at }) => {
    const done = await revokeKey({ anyOwner: true, sid: path.sid, actor: caller.actor, at });
    if (!done.ok) return refuseKey(done);
    return { ok: true, body: { key: presentKey(done.key), new_default_sid: done.newDefaultSid ?? null } };
  },
});

const deadUseShape = z
  .object({
    sid: z.string(),
    owner: z.object({ number: z.int(), email: z.string() }).nullable(),
    name: z.string(),
    prefix: z.string(),
    cause: z.enum(['deleted', 'revoked', 'replaced']),
    died_at: told,
    seen_at: told,
    seen_from: z.string().nullable(),
    seen_times: z.int(),
  })
  .meta({ id: 'DeadKeyUse', description: 'A value that opens nothing any more, and that somebody tried since.' });

/** `GET /admin/dead-api-keys`. */
export const deadUses = operation({
  id: 'keys.admin_dead_uses',
  area: 'keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/dead-api-keys',
  summary: 'List dead keys that were tried, the latest use first.',
  refusals: [],
  querySchema: z.object({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
  answerSchema: z.object({ data: z.array(deadUseShape) }),
  handle: async ({ query }) => {
    const uses = await listDeadKeyUses({ limit: query.limit });
    const data = uses.map((use) => ({
      sid: use.sid,
      owner:
        use.customerNumber === null || use.customerEmail === null
          ? null
          : { number: use.customerNumber, email: use.customerEmail },
      name: use.name,
      prefix: use.prefix,
      cause: use.cause,
      died_at: isoOf(use.diedAt),
      seen_at: isoOf(use.seenAt),
      seen_from: use.seenFrom,
      seen_times: use.seenTimes,
    }));
    return { ok: true, body: { data } };
  },
});
