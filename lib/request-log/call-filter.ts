import { isIP } from 'node:net';
import { Prisma } from '../db/generated/client';
import { escapeLike, hostOf } from '../db/search-text';
import { readRequestId } from './request-id';

/** What narrows the list of client calls. Only `text` is what somebody typed; it is never a key. */
export type CallFilter = {
  /** A host or the beginning of one, an instance, an address, the hint of a key, a request id. */
  text?: string;
  /** Refused, or answered as asked. */
  isRefused?: boolean;
  /** The outcome itself: ok, inactive, limit_reached … */
  outcome?: string;
  protocol?: string;
  action?: string;
  /** The product as clients may name it: its numbers, its legacy title. */
  products?: string[];
  address?: string;
  instance?: string;
  keyHint?: string;
  since?: Date;
};

/** Outcomes of calls that were carried out. Every other outcome is the reason of a refusal. */
const SERVED_OUTCOMES = ['ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed'] as const;

/** True for the reason of a refusal. */
function isRefusal(outcome: string): boolean {
  return !SERVED_OUTCOMES.some((served) => served === outcome);
}

// Letter by letter the predicate of the indexes of refusals (migration log_lists): as parameters they would not be used.
const REFUSED = Prisma.raw(`c.outcome NOT IN (${SERVED_OUTCOMES.map((served) => `'${served}'`).join(', ')})`);
// The same of the calls that are seldom made (migration calls_by_rare_action).
const COMMON_ACTIONS = ['status', 'update', 'updates', 'pluginupdatecheck'];
const RARE_ACTION = Prisma.raw(`c.action NOT IN (${COMMON_ACTIONS.map((action) => `'${action}'`).join(', ')})`);
const MOST_INSTANCES = 100;

/** The filter as a condition on `request_log_entry c`, written so that each part of it can be answered by an index. */
export function callWhere(filter: CallFilter): Prisma.Sql {
  const { text, isRefused, outcome, protocol, action, products, address, instance, keyHint, since } = filter;
  const parts = [
    isRefused === undefined ? undefined : isRefused ? Prisma.sql`${REFUSED}` : Prisma.sql`NOT (${REFUSED})`,
    outcome === undefined ? undefined : outcomeWhere(outcome),
    protocol === undefined ? undefined : Prisma.sql`c.protocol = ${protocol}`,
    action === undefined ? undefined : actionWhere(action),
    products === undefined ? undefined : oneOf(products),
    address === undefined ? undefined : Prisma.sql`c.address = ${address}`,
    instance === undefined ? undefined : Prisma.sql`c.instance = ${instance}`,
    keyHint === undefined ? undefined : Prisma.sql`c.key_hint = ${keyHint}`,
    since && Prisma.sql`c.at >= ${since}`,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

function outcomeWhere(outcome: string): Prisma.Sql {
  const is = Prisma.sql`c.outcome = ${outcome}`;
  return isRefusal(outcome) ? Prisma.sql`${is} AND ${REFUSED}` : is;
}

function actionWhere(action: string): Prisma.Sql {
  const is = Prisma.sql`c.action = ${action}`;
  return COMMON_ACTIONS.includes(action) ? is : Prisma.sql`${is} AND ${RARE_ACTION}`;
}

// A single name is compared as such: then the rows come in order out of the index.
function oneOf(products: string[]): Prisma.Sql {
  const [only, ...more] = products;
  return only !== undefined && more.length === 0
    ? Prisma.sql`c.product = ${only}`
    : Prisma.sql`c.product = ANY (${products}::text[])`;
}

function textWhere(text: string): Prisma.Sql {
  if (isIP(text)) return Prisma.sql`c.address = ${text.toLowerCase()}`;
  const requestId = readRequestId(text);
  if (requestId !== undefined) return Prisma.sql`c.request_id = ${requestId}`;
  if (text.includes('…')) return Prisma.sql`c.key_hint = ${text}`;
  const host = `${escapeLike(hostOf(text))}%`;
  // The log itself knows a host only of WordPress sites; the others are found by what they activated.
  return Prisma.sql`(c.instance = ANY (ARRAY[${text}]
      || ARRAY (SELECT a.instance FROM activation a WHERE activation_host(a.label) LIKE ${host} LIMIT ${MOST_INSTANCES}))
    OR (${REFUSED} AND calling_host(c.user_agent) LIKE ${host}))`;
}
