import { z } from 'zod';
import { type ListedAdminOrder, listAdminOrders } from '../../../../../orders/list-admin-orders';
import { listOrderTimeline, type TimelineEntry } from '../../../../../orders/list-order-timeline';
import type { OrderFilter } from '../../../../../orders/order-filter';
import { readAdminOrder } from '../../../../../orders/read-admin-order';
import { operation } from '../../operation';
import { orderMoney, orderStatus } from '../orders/order-fields';
import { productIdOf } from '../product-filter';
import {
  answerPage,
  given,
  instant,
  isoOf,
  isYes,
  keysetWish,
  listOf,
  notFound,
  numberPath,
  pageFields,
  rowNumber,
  searched,
  told,
  yesOrNo,
} from '../shop-fields';
import { adminOrder, presentAdminOrder } from './present-order';

/** What narrows the orders, in a list and in an export. */
export const orderQuery = {
  q: searched.optional().describe('An order number, or the beginning of an e-mail address or of a host.'),
  status: orderStatus.optional(),
  product: rowNumber.optional().describe('The number of a product.'),
  placed_since: instant.optional(),
  is_refunded: yesOrNo.optional(),
  customer: rowNumber.optional().describe('The number of a customer.'),
};
export type OrderQuery = z.output<z.ZodObject<typeof orderQuery>>;

const listed = z.object({
  ...orderMoney,
  placed_at: told,
  customer: z.object({ number: z.int(), email: z.string() }),
  products: z.array(z.string()),
});

export const listOrdersOperation = operation({
  id: 'orders.admin_list',
  area: 'orders',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/orders',
  summary: 'List the orders of the store, the newest first.',
  refusals: [],
  querySchema: z.object({ ...orderQuery, ...pageFields }),
  answerSchema: listOf(listed),
  handle: async ({ query }) => {
    const page = await listAdminOrders(await orderFilter(query), keysetWish(query));
    return answerPage(page, query, presentListed);
  },
});

export const readOrderOperation = operation({
  id: 'orders.admin_read',
  area: 'orders',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/orders/{number}',
  summary: 'Read an order with its items, licences, activations and money.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: adminOrder,
  handle: async ({ path }) => {
    const order = await readAdminOrder(path.number);
    return order ? { ok: true, body: presentAdminOrder(order) } : notFound;
  },
});

const detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const readTimelineOperation = operation({
  id: 'orders.read_timeline',
  area: 'orders',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/orders/{number}/timeline',
  summary: 'Read what happened to an order, the newest first, at most 200 entries.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        at: told,
        by: z.object({ kind: z.string(), name: z.string().nullable() }),
        event_type: z.string().nullable(),
        kind: z.string(),
        details: z.record(z.string(), detail),
      }),
    ),
  }),
  handle: async ({ path }) => {
    const entries = await listOrderTimeline(path.number);
    // Every order has at least the entry that it was placed.
    return entries.length === 0 ? notFound : { ok: true, body: { data: entries.map(presentEntry) } };
  },
});

/** The filter of a query. */
export async function orderFilter(query: OrderQuery): Promise<OrderFilter> {
  const { q, status, placed_since: since } = query;
  return given({
    text: q,
    status,
    productId: await productIdOf(query.product),
    placedSince: since === undefined ? undefined : new Date(since),
    isRefunded: isYes(query.is_refunded),
    customerNumber: query.customer,
  });
}

function presentListed(row: ListedAdminOrder) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    currency: row.currency,
    total_amount: row.totalAmount,
    refunded_amount: row.refundedAmount,
    placed_at: isoOf(row.placedAt),
    customer: { number: row.customerNumber, email: row.customerEmail },
    products: row.products,
  };
}

function presentEntry({ id, at, by, eventType, fact }: TimelineEntry) {
  const { kind, ...rest } = fact;
  const details = Object.entries(rest).map(([name, value]) => [snake(name), plain(value)] as const);
  return {
    id,
    at: isoOf(at),
    by: { kind: by.kind, name: by.name ?? null },
    event_type: eventType ?? null,
    kind,
    details: Object.fromEntries(details),
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Detail = z.input<typeof detail>;

function plain(value: Detail | Date | undefined): Detail {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
