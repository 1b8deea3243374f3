import { z } from 'zod';
import { ACTOR_KINDS, type EntryFilter } from '../../../../../audit/entry-filter';
import { type ListedEntry, listEntries, readEntry } from '../../../../../audit/list-entries';
import { readChainStanding } from '../../../../../audit/read-chain-head';
import { verifyChain } from '../../../../../audit/verify-chain';
import { operation } from '../../operation';
import {
  answerPage,
  given,
  instant,
  isoOf,
  keysetWish,
  listOf,
  notFound,
  pageFields,
  searched,
  told,
  words,
} from '../shop-fields';

/** What narrows the audit, in a list and in an export. */
export const entryQuery = {
  q: searched.optional().describe('The beginning of the address of who did it, or the id of an object.'),
  actor: z.enum(ACTOR_KINDS).optional(),
  action: words(100).optional(),
  object: words(100).optional().describe('A kind of object: order, api_resource, customer …'),
  since: instant.optional(),
};
export type EntryQuery = z.output<z.ZodObject<typeof entryQuery>>;

const entry = z.object({
  id: z.string(),
  at: told,
  actor: z.object({ kind: z.string(), id: z.string().nullable(), email: z.string().nullable() }),
  via: z.string(),
  address: z.string(),
  agent: z.string().describe('What the browser or program called itself; forgotten after 90 days.'),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
});

export const listEntriesOperation = operation({
  id: 'logs.list_audit',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/audit',
  summary: 'List the audit, the newest entry first.',
  refusals: [],
  querySchema: z.object({ ...entryQuery, ...pageFields }),
  answerSchema: listOf(entry),
  handle: async ({ query }) => {
    return answerPage(await listEntries(entryFilter(query), keysetWish(query)), query, presentEntry);
  },
});

export const readEntryOperation = operation({
  id: 'logs.read_audit_entry',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/audit/{id}',
  summary: 'Read one entry of the audit.',
  refusals: ['not_found'],
  pathSchema: z.object({ id: z.string().regex(/^\d{1,15}$/) }),
  answerSchema: entry,
  handle: async ({ path }) => {
    const found = await readEntry(path.id);
    return found ? { ok: true, body: presentEntry(found) } : notFound;
  },
});

const head = z.object({ position: z.int(), digest: z.string() }).nullable().describe('The newest seal.');

export const readChainOperation = operation({
  id: 'logs.read_audit_chain',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/audit-chain',
  summary: 'See how far the audit is sealed.',
  refusals: [],
  answerSchema: z.object({ head, unsealed: z.int() }),
  handle: async () => {
    const { head: newest, unsealed } = await readChainStanding();
    const shown = newest ? { position: newest.position, digest: newest.digest } : null;
    return { ok: true, body: { head: shown, unsealed } };
  },
});

export const verifyChainOperation = operation({
  id: 'logs.verify_audit_chain',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'POST',
  path: '/admin/audit-chain/verify',
  summary: 'Compare every sealed entry of the audit with its seal. It changes nothing; a long chain is work.',
  refusals: [],
  answerSchema: z.discriminatedUnion('is_whole', [
    z.object({ is_whole: z.literal(true), entries: z.int(), seals: z.int(), unsealed: z.int(), head }),
    z.object({
      is_whole: z.literal(false),
      reason: z.enum(['entries_differ', 'seal_missing']),
      from_entry: z.string().nullable(),
      to_entry: z.string().nullable(),
      seal: z.int().nullable(),
    }),
  ]),
  handle: async () => {
    const found = await verifyChain();
    if (found.ok) {
      const { entries, seals, unsealed, head: newest } = found;
      return { ok: true, body: { is_whole: true as const, entries, seals, unsealed, head: newest ?? null } };
    }
    const isMissing = found.reason === 'seal_missing';
    const body = {
      is_whole: false as const,
      reason: found.reason,
      from_entry: isMissing ? null : String(found.fromId),
      to_entry: isMissing ? null : String(found.toId),
      seal: isMissing ? found.position : null,
    };
    return { ok: true, body };
  },
});

/** The filter of a query. */
export function entryFilter(query: EntryQuery): EntryFilter {
  const { q: text, actor: actorKind, action, object: objectKind, since } = query;
  return given({ text, actorKind, action, objectKind, since: since === undefined ? undefined : new Date(since) });
}

/** An entry as `entry` says. */
export function presentEntry(row: ListedEntry): z.input<typeof entry> {
  return {
    id: row.id,
    at: isoOf(row.at),
    actor: { kind: row.actorKind, id: row.actorId, email: row.actorEmail ?? null },
    via: row.via,
    address: row.address,
    agent: row.agent,
    action: row.action,
    object: { kind: row.objectKind, id: row.objectId },
    before: row.before ?? null,
    after: row.after ?? null,
  };
}
