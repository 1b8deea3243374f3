import { z } from 'zod';
import { type KeyFlag, listKeyFlags, listOwnerFlags } from '../../../../../access-keys/list-flags';
import { readKey } from '../../../../../access-keys/list-keys';
import { type KeyUsage, readKeyUsage, readOwnerUsage } from '../../../../../access-keys/read-usage';
import { suggestAccess } from '../../../../../access-keys/suggest-access';
import { operation } from '../../operation';
import { keyPath } from '../keys/key-shapes';
import { isoOf, notFound, told } from '../shop-fields';

const DAY_MS = 86_400_000;

const span = z.object({
  days: z.coerce.number().int().min(1).max(400).default(30).describe('Days up to and with today, by UTC.'),
});

const counts = {
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(
    z.object({
      day: z.iso.date(),
      calls: z.int(),
      errors: z.int().describe('Answered with 400 or more, but 401 and 429.'),
      rejected: z.int().describe('Answered with 401 or 429; not among `calls`.'),
    }),
  ),
  operations: z.array(z.object({ operation: z.string(), calls: z.int(), errors: z.int() })),
  statuses: z.array(z.object({ status: z.int(), calls: z.int() })),
};

const flagShape = z
  .object({
    id: z.string(),
    sid: z.string(),
    kind: z.enum(['new_network', 'busy', 'errors', 'woken', 'dead_key_used']),
    at: told,
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'KeyFlag', description: 'Something unusual about a key.' });

/** `GET /usage`: all keys of the owner together. */
export const usage = operation({
  id: 'usage.read',
  area: 'usage',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/usage',
  summary: 'Read how much your keys were used.',
  refusals: [],
  querySchema: span,
  answerSchema: z
    .object({
      ...counts,
      keys: z.array(z.object({ sid: z.string().nullable(), name: z.string().nullable(), calls: z.int() })),
      flags: z.array(flagShape),
    })
    .meta({ id: 'Usage' }),
  handle: async ({ caller: { customerId }, query: { days }, at }) => {
    const { keys, ...counted } = await readOwnerUsage(customerId, { days, at });
    const flags = await listOwnerFlags(customerId, since(days, at));
    return { ok: true, body: { ...presentCounts(counted), keys, flags: flags.map(presentFlag) } };
  },
});

/** `GET /api-keys/{sid}/usage`. */
export const keyUsage = operation({
  id: 'usage.read_key',
  area: 'usage',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/api-keys/{sid}/usage',
  summary: 'Read how much one of your keys was used.',
  refusals: ['not_found'],
  pathSchema: keyPath,
  querySchema: span,
  answerSchema: z
    .object({
      ...counts,
      networks: z.array(z.object({ block: z.string(), calls: z.int(), first_seen_at: told, last_seen_at: told })),
      flags: z.array(flagShape),
      suggested_operations: z
        .array(z.string())
        .nullable()
        .describe('What would have been enough in the last 90 days; null when that cannot be said yet.'),
    })
    .meta({ id: 'KeyUsage' }),
  handle: async ({ caller: { customerId }, path: { sid }, query: { days }, at }) => {
    const key = await readKey({ customerId, sid }, at);
    if (!key) return notFound;
    const used = await readKeyUsage(key.id, { days, at });
    const networks = used.networks.map(({ block, calls, firstSeenAt, lastSeenAt }) => {
      return { block, calls, first_seen_at: isoOf(firstSeenAt), last_seen_at: isoOf(lastSeenAt) };
    });
    const flags = await listKeyFlags(sid, since(days, at));
    const suggestion = await suggestAccess(key.id, at);
    return {
      ok: true,
      body: {
        ...presentCounts(used),
        networks,
        flags: flags.map(presentFlag),
        suggested_operations: suggestion?.used ?? null,
      },
    };
  },
});

function since(days: number, at: Date): Date {
  return new Date(at.getTime() - days * DAY_MS);
}

function presentCounts({ from, to, days, operations, statuses }: Omit<KeyUsage, 'networks'>) {
  return { from, to, days, operations, statuses };
}

function presentFlag({ id, sid, kind, at, facts }: KeyFlag) {
  return { id, sid, kind, at: isoOf(at), facts };
}
