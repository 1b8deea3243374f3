import { z } from 'zod';
import { type ListedOrder, listOrderPage } from '../../../../../orders/list-orders';
import type { OrderView } from '../../../../../orders/order-view';
import { readOrder } from '../../../../../orders/read-order';
import { operation } from '../../operation';
import {
  answerPage,
  isoOf,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  numberPath,
  pageFields,
  told,
} from '../shop-fields';
import { orderMoney, orderStatus, refundFact } from './order-fields';

const listed = z.object({
  ...orderMoney,
  placed_at: told,
  items: z.array(z.object({ product: z.string(), plan: z.string(), quantity: z.int() })),
});

const full = z.object({
  id: z.uuid(),
  number: z.int(),
  status: orderStatus,
  currency: z.string(),
  subtotal_amount: z.int(),
  discount_amount: z.int(),
  tax_amount: z.int(),
  total_amount: z.int(),
  refunded_amount: z.int(),
  company: z.string().nullable(),
  vat_id: z.string().nullable(),
  placed_at: told,
  paid_at: maybeTold,
  cancelled_at: maybeTold,
  items: z.array(
    z.object({
      id: z.uuid(),
      product: z.string(),
      product_id: z.int(),
      plan: z.string(),
      quantity: z.int(),
      refunded_quantity: z.int(),
      unit_amount: z.int(),
      discount_amount: z.int(),
      tax_amount: z.int(),
      total_amount: z.int(),
    }),
  ),
  refunds: z.array(refundFact),
});

/** The caller's own orders, the newest first. */
export const listOwnOrders = operation({
  id: 'orders.list',
  area: 'orders',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/orders',
  summary: 'List your own orders, the newest first.',
  refusals: [],
  querySchema: z.object(pageFields),
  answerSchema: listOf(listed),
  handle: async ({ caller, query }) => {
    const page = await listOrderPage({ customerId: caller.customerId }, keysetWish(query));
    return answerPage(page, query, presentLine);
  },
});

/** One of them. Keys are not in it. */
export const readOwnOrder = operation({
  id: 'orders.read',
  area: 'orders',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/orders/{number}',
  summary: 'Read one of your own orders.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: full,
  handle: async ({ caller, path }) => {
    const order = await readOrder({ customerId: caller.customerId, orderNumber: path.number, withoutKeys: true });
    return order ? { ok: true, body: presentOrder(order) } : notFound;
  },
});

function presentLine(order: ListedOrder) {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    total_amount: order.totalAmount,
    refunded_amount: order.refundedAmount,
    placed_at: isoOf(order.placedAt),
    items: order.items.map((item) => ({ product: item.productTitle, plan: item.planName, quantity: item.quantity })),
  };
}

function presentOrder(order: OrderView) {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    subtotal_amount: order.subtotalAmount,
    discount_amount: order.discountAmount,
    tax_amount: order.taxAmount,
    total_amount: order.totalAmount,
    refunded_amount: order.refundedAmount,
    company: order.company,
    vat_id: order.vatId,
    placed_at: isoOf(order.placedAt),
    paid_at: isoOf(order.paidAt),
    cancelled_at: isoOf(order.cancelledAt),
    items: order.items.map((item) => ({
      id: item.id,
      product: item.productTitle,
      product_id: item.productNumber,
      plan: item.planName,
      quantity: item.quantity,
      refunded_quantity: item.refundedQuantity,
      unit_amount: item.unitAmount,
      discount_amount: item.discountAmount,
      tax_amount: item.taxAmount,
      total_amount: item.totalAmount,
    })),
    refunds: order.refunds.map(({ id, status, amount, createdAt }) => ({
      id,
      status,
      amount,
      created_at: isoOf(createdAt),
    })),
  };
}
