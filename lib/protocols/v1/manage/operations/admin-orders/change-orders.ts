import { z } from 'zod';
import { addOrderNote, deleteOrderNote, LONGEST_NOTE } from '../../../../../orders/add-order-note';
import { type CreateManualOrderResult, createManualOrder } from '../../../../../orders/create-manual-order';
import { resendOrderMail } from '../../../../../orders/resend-order-mail';
import { operation } from '../../operation';
import { actorOf, fault, notFound, numberPath, refuse, rowNumber, words } from '../shop-fields';

const MOST_LINES = 50;
const money = z.int().min(0).max(2_147_483_647);

const newOrder = z.strictObject({
  email: words(254),
  name: words(200).optional().describe('For a new account only.'),
  items: z
    .array(
      z.strictObject({ product_id: rowNumber.describe('The number of a plan.'), quantity: z.int().min(1).max(99) }),
    )
    .min(1)
    .max(MOST_LINES)
    .refine((items) => new Set(items.map((item) => item.product_id)).size === items.length, 'names a plan twice'),
  paid: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('free') }),
    z.strictObject({
      kind: z.literal('outside'),
      amount: money.describe('With the tax.'),
      tax_amount: money.default(0),
      reference: words(200).default('').describe('How the money is found again: a transfer, an invoice.'),
    }),
  ]),
});

export const createOrderOperation = operation({
  id: 'orders.create',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders',
  summary: 'Enter an order that was paid outside the store, or is given away.',
  description: 'It goes the way of every paid order: keys, mail, and an account for a new address.',
  refusals: ['customer_disabled'],
  idempotency: 'demanded',
  isRepeatable: true,
  success: 201,
  bodySchema: newOrder,
  answerSchema: z.object({ number: z.int(), is_new: z.boolean() }),
  handle: async ({ caller, body, at, idempotencyId }) => {
    const { email, name, items, paid } = body;
    const wish = {
      requestId: idempotencyId ?? crypto.randomUUID(),
      email,
      ...(name === undefined ? {} : { name }),
      lines: items.map((item) => ({ planNumber: item.product_id, quantity: item.quantity })),
      paid: paid.kind === 'free' ? paid : { ...paid, taxAmount: paid.tax_amount },
    };
    const made = await createManualOrder(wish, { actor: actorOf(caller), at });
    if (!made.ok) return refuseOrder(made.reason);
    const body201 = { number: made.orderNumber, is_new: made.isNew };
    return { ok: true, status: 201, body: body201, location: `/api/v1/admin/orders/${made.orderNumber}` };
  },
});

type OrderRefusal = Extract<CreateManualOrderResult, { ok: false }>['reason'];

const ORDER_FAULTS: Record<Exclude<OrderRefusal, 'customer_disabled'>, [field: string, problem: string]> = {
  request_invalid: ['Idempotency-Key', 'is unusable'],
  email_invalid: ['email', 'is no e-mail address'],
  cart_empty: ['items', 'must not be empty'],
  plan_gone: ['items', 'names a plan that is not on sale'],
  mixed_currencies: ['items', 'has plans of two currencies'],
  subscription_unavailable: ['items', 'has a subscription, which only a checkout can begin'],
  amount_invalid: ['paid.amount', 'is no amount, or less than its tax'],
  amount_too_large: ['paid.amount', 'is more than the plans and the tax come to'],
};

function refuseOrder(reason: OrderRefusal) {
  return reason === 'customer_disabled' ? refuse({ reason }) : fault(...ORDER_FAULTS[reason]);
}

export const addNoteOperation = operation({
  id: 'orders.add_note',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/notes',
  summary: 'Leave a note on an order for the other admins.',
  refusals: ['not_found', 'looks_like_a_key'],
  idempotency: 'taken',
  success: 204,
  pathSchema: numberPath,
  bodySchema: z.strictObject({ text: words(LONGEST_NOTE).min(1) }),
  handle: async ({ caller, path, body, at }) => {
    const done = await addOrderNote(path.number, body.text, { actor: actorOf(caller), at });
    if (done.ok) return { ok: true, status: 204 };
    if (done.reason === 'order_not_found') return notFound;
    if (done.reason === 'note_has_key') return refuse({ reason: 'looks_like_a_key' });
    return fault('text', done.reason === 'note_empty' ? 'must not be empty' : 'is too long');
  },
});

export const deleteNoteOperation = operation({
  id: 'orders.delete_note',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/orders/{number}/notes/{id}',
  summary: 'Take back a note of your own. The timeline tells the ids of notes.',
  refusals: ['not_found'],
  success: 204,
  pathSchema: numberPath.extend({ id: z.uuid() }),
  handle: async ({ caller, path, at }) => {
    const done = await deleteOrderNote(path.number, path.id, { actor: actorOf(caller), at });
    return done.ok ? { ok: true, status: 204 } : notFound;
  },
});

export const resendMailOperation = operation({
  id: 'orders.resend_mail',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/orders/{number}/mail',
  summary: 'Send the mail of a paid order with its keys once more, to the customer’s present address.',
  refusals: ['not_found', 'not_paid', 'customer_deleted', 'rate_limited'],
  idempotency: 'taken',
  isRepeatable: true,
  success: 202,
  pathSchema: numberPath,
  answerSchema: z.object({ to: z.string() }),
  handle: async ({ caller, path, at, idempotencyId }) => {
    const by = { actor: actorOf(caller), at };
    const done = await resendOrderMail(path.number, idempotencyId ?? crypto.randomUUID(), by);
    if (done.ok) return { ok: true, status: 202, body: { to: done.to } };
    if (done.reason === 'too_many_attempts') {
      return refuse({ reason: 'rate_limited', retryAfterSeconds: done.retryAfterSeconds });
    }
    return done.reason === 'order_not_found' ? notFound : refuse({ reason: done.reason });
  },
});
