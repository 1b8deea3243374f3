import { z } from 'zod';
import { LICENCE_STATES, type LicenceFilter } from '../../../../../licensing/licence-filter';
import { type AdminLicence, listLicences } from '../../../../../licensing/list-licences';
import { type LicenceDetail, readLicence } from '../../../../../licensing/read-licence';
import { operation } from '../../operation';
import { licenceState } from '../licences/licence-fields';
import { productIdOf } from '../product-filter';
import {
  answerPage,
  given,
  isoOf,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  numberPath,
  pageFields,
  rowNumber,
  searched,
  told,
} from '../shop-fields';

/** What narrows the licences, in a list and in an export. */
export const licenceQuery = {
  q: searched
    .optional()
    .describe('A licence or order number, the beginning of an e-mail address or host, an instance.'),
  state: z.enum(LICENCE_STATES).optional(),
  product: rowNumber.optional().describe('The number of a product.'),
  ends_within_days: z.coerce.number().int().min(1).max(3_650).optional(),
  customer: rowNumber.optional().describe('The number of a customer.'),
};
export type LicenceQuery = z.output<z.ZodObject<typeof licenceQuery>>;

const common = {
  id: z.uuid(),
  number: z.int(),
  state: licenceState,
  product: z.string(),
  plan: z.string(),
  product_id: z.int(),
  customer: z.object({ number: z.int(), email: z.string() }),
  order_number: z.int().nullable(),
  activation_limit: z.int().nullable(),
  activations: z.int(),
  expires_at: maybeTold,
  created_at: told,
};

const detail = z.object({
  ...common,
  product_number: z.int(),
  subscription_number: z.int().nullable(),
  grace_until: maybeTold,
  updates_until: maybeTold,
  keys: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['master', 'product_order', 'associated']),
      hint: z.string(),
      is_off: z.boolean(),
      created_at: told,
    }),
  ),
  history: z
    .array(z.object({ id: z.string(), at: told, action: z.string(), by: z.string() }))
    .describe('The newest 20 entries of the audit.'),
});

export const listLicencesOperation = operation({
  id: 'licences.admin_list',
  area: 'licences',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/licences',
  summary: 'List the licences (API Resources) of the store, the newest first or by their ends.',
  refusals: [],
  querySchema: z.object({ ...licenceQuery, ...pageFields }),
  answerSchema: listOf(z.object({ ...common, over_limit: z.int(), key_hint: z.string() })),
  handle: async ({ query, at }) => {
    const page = await listLicences(await licenceFilter(query), keysetWish(query), at);
    return answerPage(page, query, presentLicence);
  },
});

export const readLicenceOperation = operation({
  id: 'licences.admin_read',
  area: 'licences',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/licences/{number}',
  summary: 'Read a licence with the hints of its keys and what happened to it.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: detail,
  handle: async ({ path, at }) => {
    const licence = await readLicence(path.number, at);
    return licence ? { ok: true, body: presentDetail(licence) } : notFound;
  },
});

/** The filter of a query. */
export async function licenceFilter(query: LicenceQuery): Promise<LicenceFilter> {
  return given({
    text: query.q,
    state: query.state,
    productId: await productIdOf(query.product),
    endsWithinDays: query.ends_within_days,
    customerNumber: query.customer,
  });
}

function presentLicence(row: AdminLicence) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    product: row.productTitle,
    plan: row.planName,
    product_id: row.planNumber,
    customer: { number: row.customerNumber, email: row.customerEmail },
    order_number: row.orderNumber,
    activation_limit: row.activationLimit,
    activations: row.activationCount,
    expires_at: isoOf(row.expiresAt),
    created_at: isoOf(row.createdAt),
    over_limit: row.overLimit,
    key_hint: row.keyHint,
  };
}

function presentDetail(row: LicenceDetail) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    product: row.productTitle,
    plan: row.planName,
    product_id: row.planNumber,
    customer: { number: row.customer.number, email: row.customer.email },
    order_number: row.orderNumber,
    activation_limit: row.activationLimit,
    activations: row.activationCount,
    expires_at: isoOf(row.expiresAt),
    created_at: isoOf(row.createdAt),
    product_number: row.productNumber,
    subscription_number: row.subscriptionNumber,
    grace_until: isoOf(row.graceUntil),
    updates_until: isoOf(row.updatesUntil),
    keys: row.keys.map(({ id, kind, hint, isOff, createdAt }) => ({
      id,
      kind,
      hint,
      is_off: isOff,
      created_at: isoOf(createdAt),
    })),
    history: row.history.map(({ id, at, action, by }) => ({ id, at: isoOf(at), action, by })),
  };
}
