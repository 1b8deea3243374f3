import { z } from 'zod';
import { listKeyHistory } from '../../../../../access-keys/list-history';
import { KEY_SORTS, listKeys, readKey } from '../../../../../access-keys/list-keys';
import { operation } from '../../operation';
import { pageOf, pageQuery, pageWish } from '../../paging';
import { answerPage, given, isoOf, isYes, notFound, searched, told, yesOrNo } from '../shop-fields';
import { KINDS, keyPath, keyShape, presentKey, STATES } from './key-shapes';

/** `GET /api-keys`. */
export const list = operation({
  id: 'keys.list',
  area: 'keys',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/api-keys',
  summary: 'List your developer keys.',
  refusals: [],
  querySchema: z.object({
    q: searched.optional().describe('Part of a name, note, description, sid or prefix.'),
    kind: z.enum(KINDS).optional(),
    status: z.enum(STATES).optional(),
    unused: yesOrNo.optional().describe('Only those unused for 90 days.'),
    expiring: yesOrNo.optional().describe('Only those that end within 30 days.'),
    sort: z.enum(KEY_SORTS).default('created'),
    direction: z.enum(['asc', 'desc']).optional(),
    ...pageQuery.shape,
  }),
  answerSchema: pageOf(keyShape),
  handle: async ({ caller, query, at }) => {
    const filter = given({
      text: query.q,
      kind: query.kind,
      state: query.status,
      isUnused: isYes(query.unused),
      isExpiring: isYes(query.expiring),
    });
    const { sort, direction } = query;
    const order = direction === undefined ? { sort } : { sort, direction };
    const page = { page: pageWish(query), size: query.limit };
    return answerPage(
      await listKeys({ customerId: caller.customerId, filter, ...order, ...page }, at),
      query,
      presentKey,
    );
  },
});

/** `GET /api-keys/{sid}`. */
export const read = operation({
  id: 'keys.read',
  area: 'keys',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/api-keys/{sid}',
  summary: 'Read one of your developer keys.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  answerSchema: keyShape,
  handle: async ({ caller, path, at }) => {
    const key = await readKey({ customerId: caller.customerId, sid: path.sid }, at);
    return key ? { ok: true, body: presentKey(key) } : notFound;
  },
});

const eventShape = z
  .object({
    id: z.string(),
    at: told,
    by: z.enum(['you', 'administrator', 'system', 'client']),
    via_sid: z.string().nullable().describe('The key that your program used.'),
    address: z.string().nullable(),
    action: z.string(),
    before: z.unknown().describe('The members that changed, as they were.'),
    after: z.unknown(),
  })
  .meta({ id: 'KeyEvent' });

/** `GET /api-keys/{sid}/events`: the audit of one key, as its owner may see it. */
export const events = operation({
  id: 'keys.events',
  area: 'keys',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/api-keys/{sid}/events',
  summary: 'List what became of one of your keys.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  querySchema: pageQuery,
  answerSchema: pageOf(eventShape),
  handle: async ({ caller, path, query, at }) => {
    const wish = { customerId: caller.customerId, sid: path.sid };
    if (!(await readKey(wish, at))) return notFound;
    const page = await listKeyHistory({ ...wish, size: query.limit }, pageWish(query));
    return answerPage(page, query, (entry) => ({
      id: entry.id,
      at: isoOf(entry.at),
      by: entry.by,
      via_sid: entry.viaSid ?? null,
      address: entry.address ?? null,
      action: entry.action,
      before: entry.before ?? null,
      after: entry.after ?? null,
    }));
  },
});
