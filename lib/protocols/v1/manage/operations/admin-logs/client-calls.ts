import { z } from 'zod';
import { listAskedNames } from '../../../../../catalog/list-asked-names';
import { askAgain, type KeyNow } from '../../../../../licensing/ask-again';
import type { CallFilter } from '../../../../../request-log/call-filter';
import { type LoggedCall, listCalls, readCall } from '../../../../../request-log/list-calls';
import { operation } from '../../operation';
import {
  answerPage,
  given,
  instant,
  isoOf,
  isYes,
  keysetWish,
  listOf,
  notFound,
  pageFields,
  rowNumber,
  searched,
  told,
  words,
  yesOrNo,
} from '../shop-fields';

/** What narrows the client calls, in a list and in an export. */
export const callQuery = {
  q: searched
    .optional()
    .describe('A host or the beginning of one, an instance, an address, the hint of a key, a request id.'),
  is_refused: yesOrNo.optional(),
  outcome: words(60).optional().describe('ok, inactive, limit_reached …'),
  protocol: z.enum(['wc-am', 'v1']).optional(),
  action: words(60).optional(),
  product: rowNumber.optional().describe('The number of a product.'),
  since: instant.optional(),
  address: words(60).optional(),
  instance: words(190).optional(),
  key_hint: words(20).optional().describe('As the list tells it.'),
};
export type CallQuery = z.output<z.ZodObject<typeof callQuery>>;

const call = z.object({
  id: z.string(),
  at: told,
  protocol: z.string(),
  action: z.string(),
  outcome: z.string().describe('ok, ok_again, ok_replayed, inactive, unlicensed, or the reason of the refusal.'),
  key_hint: z.string(),
  product: z.string().describe('As the client wrote it.'),
  instance: z.string(),
  version: z.string(),
  address: z.string(),
  user_agent: z.string(),
  duration_us: z.int(),
  customer_id: z.string().nullable(),
  licence_id: z.string().nullable(),
  request_id: z.string().nullable().describe('As a refusal of a /api/v1 client call names it; null for all others.'),
});

const keyNow = z.object({
  kind: z.enum(['master', 'product_order', 'associated']),
  is_replaced: z.boolean(),
  is_disabled: z.boolean(),
  customer: z.object({ number: z.int(), email: z.string(), is_disabled: z.boolean() }).nullable(),
  licence_number: z.int().nullable(),
  product_number: z.int().nullable(),
  would_be: z.string().describe('“ok”, or the reason why the same call would be refused now.'),
});

export const listCallsOperation = operation({
  id: 'logs.list_client_calls',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/client-calls',
  summary: 'List what client software called, the newest first.',
  refusals: [],
  querySchema: z.object({ ...callQuery, ...pageFields }),
  answerSchema: listOf(call),
  handle: async ({ query }) => {
    return answerPage(await listCalls(await callFilter(query), keysetWish(query)), query, presentCall);
  },
});

export const explainCallOperation = operation({
  id: 'logs.explain_client_call',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/client-calls/{id}',
  summary: 'Read one client call, and what the same call would be told now.',
  description: 'The log keeps only the hint of a key; “keys_now” has every key it may have been, the likeliest first.',
  refusals: ['not_found'],
  pathSchema: z.object({ id: z.string().regex(/^\d{1,15}$/) }),
  answerSchema: call.extend({ keys_now: z.array(keyNow) }),
  handle: async ({ path, at }) => {
    const found = await readCall(path.id);
    if (!found) return notFound;
    const keys = await askAgain(found, at);
    return { ok: true, body: { ...presentCall(found), keys_now: keys.map(presentKey) } };
  },
});

/** The filter of a query. */
export async function callFilter(query: CallQuery): Promise<CallFilter> {
  const { q: text, outcome, protocol, action, product, since, address, instance, key_hint: keyHint } = query;
  const asked = { text, outcome, protocol, action, address, instance, keyHint };
  return given({
    ...asked,
    isRefused: isYes(query.is_refused),
    products: product === undefined ? undefined : await namesOf(product),
    since: since === undefined ? undefined : new Date(since),
  });
}

// A product that is not there was never called by any name.
async function namesOf(product: number): Promise<string[]> {
  const known = await listAskedNames();
  return known.find(({ number }) => number === product)?.names ?? [];
}

function presentCall(row: LoggedCall) {
  return {
    id: row.id,
    at: isoOf(row.at),
    protocol: row.protocol,
    action: row.action,
    outcome: row.outcome,
    key_hint: row.keyHint,
    product: row.product,
    instance: row.instance,
    version: row.version,
    address: row.address,
    user_agent: row.userAgent,
    duration_us: row.durationUs,
    customer_id: row.customerId,
    licence_id: row.apiResourceId,
    request_id: row.requestId,
  };
}

function presentKey(key: KeyNow): z.input<typeof keyNow> {
  const { customer } = key;
  return {
    kind: key.kind,
    is_replaced: key.isReplaced,
    is_disabled: key.isKeyDisabled,
    customer: customer ? { number: customer.number, email: customer.email, is_disabled: key.isAccountDisabled } : null,
    licence_number: key.licenceNumber ?? null,
    product_number: key.productNumber ?? null,
    would_be: key.verdict.ok ? 'ok' : key.verdict.reason,
  };
}
