import { z } from 'zod';
import type { ActivationFilter } from '../../../../../licensing/activation-filter';
import { type AdminActivation, listActivations } from '../../../../../licensing/list-activations';
import { operation } from '../../operation';
import { productIdOf } from '../product-filter';
import {
  answerPage,
  given,
  instant,
  isoOf,
  isYes,
  keysetWish,
  listOf,
  pageFields,
  rowNumber,
  searched,
  told,
  words,
  yesOrNo,
} from '../shop-fields';

/** What narrows the activations, in a list and in an export. */
export const activationQuery = {
  q: searched
    .optional()
    .describe('A host or the beginning of one, an instance, an e-mail address, an order or licence.'),
  product: rowNumber.optional().describe('The number of a product.'),
  version: words(100).optional().describe('Only together with a product.'),
  seen_since: instant.optional(),
  seen_before: instant.optional(),
  is_over_limit: yesOrNo.optional(),
  licence: rowNumber.optional(),
  customer: rowNumber.optional().describe('The number of a customer.'),
};
export type ActivationQuery = z.output<z.ZodObject<typeof activationQuery>>;

const activation = z.object({
  id: z.uuid(),
  instance: z.string(),
  label: z.string(),
  version: z.string(),
  address: z.string(),
  is_over_limit: z.boolean(),
  product: z.string(),
  product_id: z.int(),
  licence_number: z.int(),
  customer: z.object({ number: z.int(), email: z.string() }),
  key_hint: z.string(),
  activated_at: told,
  last_seen_at: told,
});

export const listActivationsOperation = operation({
  id: 'activations.admin_list',
  area: 'activations',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/activations',
  summary: 'List the activations of the store, the newest first.',
  refusals: [],
  querySchema: z.object({ ...activationQuery, ...pageFields }),
  answerSchema: listOf(activation),
  handle: async ({ query }) => {
    const page = await listActivations(await activationFilter(query), keysetWish(query));
    return answerPage(page, query, present);
  },
});

/** The filter of a query. */
export async function activationFilter(query: ActivationQuery): Promise<ActivationFilter> {
  const { seen_since: since, seen_before: before } = query;
  return given({
    text: query.q,
    productId: await productIdOf(query.product),
    version: query.version,
    seenSince: since === undefined ? undefined : new Date(since),
    seenBefore: before === undefined ? undefined : new Date(before),
    isOverLimit: isYes(query.is_over_limit),
    licenceNumber: query.licence,
    customerNumber: query.customer,
  });
}

function present(row: AdminActivation) {
  return {
    id: row.id,
    instance: row.instance,
    label: row.label,
    version: row.version,
    address: row.address,
    is_over_limit: row.overLimit,
    product: row.productTitle,
    product_id: row.planNumber,
    licence_number: row.licenceNumber,
    customer: { number: row.customerNumber, email: row.customerEmail },
    key_hint: row.keyHint,
    activated_at: isoOf(row.activatedAt),
    last_seen_at: isoOf(row.lastSeenAt),
  };
}
