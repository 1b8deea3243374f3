import { z } from 'zod';
import { priceOfUnits, type RefundWish, type RefundWishRefusal } from '../../../../../orders/check-refund-wish';
import { finishRefund } from '../../../../../orders/finish-refund';
import { previewRefund } from '../../../../../orders/preview-refund';
import { type AdminOrder, readAdminOrder } from '../../../../../orders/read-admin-order';
import { type RequestRefundResult, requestRefund } from '../../../../../orders/request-refund';
import { operation } from '../../operation';
import { orderStatus } from '../orders/order-fields';
import { actorOf, fault, isoOf, maybeTold, notFound, numberPath, refuse, words } from '../shop-fields';

const LARGEST = 2_147_483_647;
const count = z.int().min(0).max(LARGEST);
const reason = z.enum(['requested_by_customer', 'duplicate', 'fraudulent']).default('requested_by_customer');
const position = z.int().min(0).max(1_000).describe('Of the item in the order.');
const limit = z.object({ was: z.int().nullable(), is: z.int().nullable() });

export const previewRefundOperation = operation({
  id: 'orders.preview_refund',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/refund-preview',
  summary: 'See what a refund would give back and stop. It moves no money.',
  refusals: ['not_found', 'not_paid', 'nothing_left', 'refund_in_progress', 'payments_unreachable'],
  pathSchema: numberPath,
  bodySchema: z.strictObject({
    items: z
      .array(
        z.strictObject({
          position,
          quantity: count.default(0),
          amount: count.optional().describe('Left out: what the units cost.'),
        }),
      )
      .min(1)
      .max(100),
    reason,
  }),
  answerSchema: z.object({
    amount: z.int(),
    currency: z.string(),
    stamp: z.string().describe('Give it back with the refund: it is refused when the order has changed since.'),
    items: z.array(z.object({ position: z.int(), quantity: z.int(), amount: z.int() })),
    reason: z.string(),
    effect: z.object({
      status: orderStatus,
      refunded_amount: z.int(),
      licences: z.array(
        z.object({
          number: z.int(),
          product: z.string(),
          plan: z.string(),
          keys_stopping: z.int(),
          activations_ending: z.int(),
          activation_limit: limit,
          beyond_limit: z.int(),
          expires_at: z.object({ was: maybeTold, is: maybeTold }),
        }),
      ),
    }),
  }),
  handle: async ({ caller, path, body, at }) => {
    const order = await readAdminOrder(path.number);
    if (!order) return notFound;
    const wish: RefundWish = { parts: body.items.map((item) => partOf(order, item)), reason: body.reason };
    const seen = await previewRefund(path.number, wish, { actor: actorOf(caller), at });
    if (!seen.ok) return refuseRefund(seen.reason);
    const { amount, currency, stamp, effect } = seen.preview;
    const licences = effect.resources.map((resource) => ({
      number: resource.resourceNumber,
      product: resource.productTitle,
      plan: resource.planName,
      keys_stopping: resource.keysStopping,
      activations_ending: resource.activationsEnding,
      activation_limit: resource.limit,
      beyond_limit: resource.beyondLimit,
      expires_at: { was: isoOf(resource.end.was), is: isoOf(resource.end.is) },
    }));
    const { status, refundedAmount: refunded_amount } = effect;
    const items = wish.parts.filter((part) => part.quantity > 0 || part.amount > 0);
    const told = { amount, currency, stamp, items, reason: wish.reason };
    return { ok: true, body: { ...told, effect: { status, refunded_amount, licences } } };
  },
});

const refundState = z.object({
  id: z.uuid(),
  state: z
    .enum(['applied', 'pending', 'unknown'])
    .describe('applied: the order and its keys follow already. pending: made, and soon applied. unknown: ask again.'),
});

export const refundOrderOperation = operation({
  id: 'orders.refund',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/refunds',
  summary: 'Give money back as a preview showed it.',
  description: 'Where the money came through Stripe, Stripe sends it back; otherwise it is only noted.',
  refusals: ['not_found', 'not_paid', 'nothing_left', 'refund_in_progress', 'order_changed', 'refund_refused'],
  idempotency: 'demanded',
  isRepeatable: true,
  success: 202,
  pathSchema: numberPath,
  bodySchema: z.strictObject({
    items: z
      .array(z.strictObject({ position, quantity: count, amount: count }))
      .min(1)
      .max(100),
    reason,
    stamp: words(2_000).describe('From the preview.'),
  }),
  answerSchema: refundState,
  handle: async ({ caller, path, body, at, idempotencyId }) => {
    const requestId = idempotencyId ?? crypto.randomUUID();
    const wish = { parts: body.items, reason: body.reason, stamp: body.stamp, requestId };
    const done = await requestRefund(path.number, wish, { actor: actorOf(caller), at });
    if (!done.ok) return refuseRefund(done.reason);
    return { ok: true, status: 202, body: { id: requestId, state: done.state } };
  },
});

export const finishRefundOperation = operation({
  id: 'orders.finish_refund',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/refunds/{id}/finish',
  summary: 'Ask Stripe again for a refund whose answer was lost. Never refunds twice.',
  refusals: ['not_found', 'refund_refused'],
  pathSchema: z.object({ id: z.uuid() }),
  answerSchema: refundState,
  handle: async ({ caller, path, at }) => {
    const done = await finishRefund(path.id, { actor: actorOf(caller), at });
    return done.ok ? { ok: true, body: { id: path.id, state: done.state } } : refuseRefund(done.reason);
  },
});

type Asked = { position: number; quantity: number; amount?: number | undefined };

function partOf(order: AdminOrder, { position: place, quantity, amount }: Asked) {
  const item = order.items.find((one) => one.position === place);
  return { position: place, quantity, amount: amount ?? (item ? priceOfUnits(item, quantity) : 0) };
}

type Refusal = Extract<RequestRefundResult, { ok: false }>['reason'] | 'payments_unreachable';

const FAULTS: Record<RefundWishRefusal | 'request_invalid', string> = {
  nothing_chosen: 'gives nothing back',
  too_many_units: 'has more units than are left of an item, or an item that is not in the order',
  amount_too_large: 'has more money than is left of an item',
  amount_invalid: 'has an amount that is none',
  no_money: 'has units without money, and Stripe can only send money',
  request_invalid: 'cannot be asked for',
};

function refuseRefund(said: Refusal) {
  switch (said) {
    case 'order_not_found':
    case 'request_not_found':
      return notFound;
    case 'not_paid':
    case 'nothing_left':
    case 'refund_in_progress':
    case 'order_changed':
    case 'payments_unreachable':
      return refuse({ reason: said });
    case 'refused_by_stripe':
      return refuse({ reason: 'refund_refused' });
    default:
      return fault('items', FAULTS[said]);
  }
}
