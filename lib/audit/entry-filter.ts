import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { escapeLike } from '../db/search-text';

export const ACTOR_KINDS = ['admin', 'customer', 'client', 'system'] as const;

/** What narrows the audit. Only `text` is what somebody typed: the address of who did it, or the id of an object. */
export type EntryFilter = {
  text?: string;
  actorKind?: (typeof ACTOR_KINDS)[number];
  action?: string;
  objectKind?: string;
  since?: Date;
};

// What client software does by itself. Most of the audit is of these two, and they have no index of their own.
const CLIENT_ACTIONS = ['activation.create', 'activation.delete'];

// Letter by letter the predicates of the indexes (migrations log_lists, audit_by_action): parameters would not fit them.
const NOT_CLIENT = Prisma.raw(`e.actor_kind <> 'client'`);
const OTHER_ACTION = Prisma.raw(`e.action NOT IN (${CLIENT_ACTIONS.map((action) => `'${action}'`).join(', ')})`);
const MOST_PEOPLE = 50;

/** The filter as a condition on `audit_entry e`, written so that each part of it can be answered by an index. */
export function entryWhere(filter: EntryFilter): Prisma.Sql {
  const { text, actorKind, action, objectKind, since } = filter;
  const parts = [
    actorKind === undefined ? undefined : Prisma.sql`e.actor_kind = ${actorKind}`,
    actorKind === undefined || actorKind === 'client' ? undefined : NOT_CLIENT,
    action === undefined ? undefined : Prisma.sql`e.action = ${action}`,
    action === undefined || CLIENT_ACTIONS.includes(action) ? undefined : OTHER_ACTION,
    objectKind === undefined ? undefined : Prisma.sql`e.object_kind = ${objectKind}`,
    since && Prisma.sql`e.at >= ${since}`,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

function textWhere(text: string): Prisma.Sql {
  if (text.includes('@')) {
    const begins = `${escapeLike(text.toLowerCase())}%`;
    return Prisma.sql`${NOT_CLIENT} AND e.actor_id = ANY (
      ARRAY (SELECT id FROM customer WHERE email LIKE ${begins} LIMIT ${MOST_PEOPLE}))`;
  }
  // The index begins with the kind: each kind there is gets its own look.
  return Prisma.sql`e.object_kind = ANY (ARRAY (${KINDS})) AND e.object_id = ${text}`;
}

// The different values of an index's first column, one step of it for each.
function distinct(column: 'object_kind' | 'action', where: Prisma.Sql): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`
    WITH RECURSIVE known AS (
      (SELECT e.${name} AS value FROM audit_entry e WHERE ${where} ORDER BY e.${name} LIMIT 1)
      UNION ALL
      SELECT (SELECT e.${name} FROM audit_entry e WHERE ${where} AND e.${name} > known.value ORDER BY e.${name} LIMIT 1)
      FROM known WHERE known.value IS NOT NULL
    )
    SELECT value FROM known WHERE value IS NOT NULL`;
}

const KINDS = distinct('object_kind', Prisma.sql`true`);
const ACTIONS = distinct('action', OTHER_ACTION);

/** The kinds of object and the actions that the audit has, for the filters. */
export async function listEntryKinds(): Promise<{ objectKinds: string[]; actions: string[] }> {
  const objectKinds = await db().$queryRaw<{ value: string }[]>(KINDS);
  const actions = await db().$queryRaw<{ value: string }[]>(ACTIONS);
  const names = new Set([...actions.map(({ value }) => value), ...CLIENT_ACTIONS]);
  return { objectKinds: objectKinds.map(({ value }) => value), actions: [...names].sort() };
}
