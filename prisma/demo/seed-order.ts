import type { Tx } from '../../lib/db/client';
import { env } from '../../lib/env';
import { enqueueMail } from '../../lib/jobs/enqueue-mail';
import { issueKeys } from '../../lib/licensing/issue-keys';
import type { SeededPlan } from './seed-catalog';

export type SeededOrder = { orderNumber: number; productOrderApiKey: string };

/** The buyer's first order: one unit of one plan, paid, with its keys and, where no mail server is set, its mail. */
export async function seedOrder(
  tx: Tx,
  wish: { customer: { id: string; email: string }; plan: SeededPlan; at: Date },
): Promise<SeededOrder> {
  const { customer, plan, at } = wish;
  const { order, itemId } = await writePaidOrder(tx, wish);
  const { issued } = await issueKeys(tx, {
    customerId: customer.id,
    at,
    actor: { kind: 'system', via: 'demo-seed' },
    items: [
      {
        orderItemId: itemId,
        productId: plan.productId,
        planId: plan.id,
        quantity: 1,
        activationLimit: plan.activationLimit,
        termDays: plan.termDays,
      },
    ],
  });
  const productOrderApiKey = issued[0]?.productOrderApiKey;
  if (!productOrderApiKey) throw new Error('The demo order got no key');
  // The buyer's address does not exist, so a real mail server would only send it back.
  if (!env().smtp) {
    const mail = { template: 'order', to: customer.email, facts: { orderId: order.id } } as const;
    await enqueueMail(tx, mail, `mail|order|${order.id}`);
  }
  return { orderNumber: order.number, productOrderApiKey };
}

async function writePaidOrder(
  tx: Tx,
  { customer, plan, at }: { customer: { id: string }; plan: SeededPlan; at: Date },
): Promise<{ order: { id: string; number: number }; itemId: string }> {
  const amount = plan.unitAmount;
  const currency = 'usd';
  const order = await tx.order.create({
    data: {
      customerId: customer.id,
      status: 'paid',
      currency,
      subtotalAmount: amount,
      totalAmount: amount,
      placedAt: at,
      paidAt: at,
      items: { create: [{ ...itemOf(plan), currency }] },
    },
    include: { items: true },
  });
  const itemId = order.items[0]?.id;
  if (!itemId) throw new Error('The demo order has no item');
  await tx.payment.create({
    data: {
      orderId: order.id,
      status: 'succeeded',
      amount,
      currency,
      createdAt: at,
      paidAt: at,
      items: { create: [{ orderItemId: itemId, amount }] },
    },
  });
  return { order: { id: order.id, number: order.number }, itemId };
}

function itemOf(plan: SeededPlan) {
  return {
    position: 0,
    productId: plan.productId,
    planId: plan.id,
    productTitle: plan.productTitle,
    planName: plan.name,
    quantity: 1,
    unitAmount: plan.unitAmount,
    totalAmount: plan.unitAmount,
    activationLimit: plan.activationLimit,
    termDays: plan.termDays,
  };
}
