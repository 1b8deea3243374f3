import type { CartLine } from '../catalog/cart-lines';
import { findPlans } from '../catalog/find-plans';
import { now } from '../clock';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';

/** What of an order can be bought once more. */
export type AgainOffer = {
  /** The plans that are still sold, with the quantities of the order; prices are today's. */
  lines: CartLine[];
  /** What is not sold any more. */
  gone: { productTitle: string; planName: string }[];
};

/**
 * What buying the same again would put into the cart. Renewals are left out: they are paid for the licence that is there.
 * Undefined when the order is not this customer's, waits for its payment, or was nothing but a renewal.
 */
export async function readAgainOffer(
  which: { customerId: string; orderId: string },
  at: Date = now(),
): Promise<AgainOffer | undefined> {
  const { customerId, orderId } = which;
  if (!isUuid(orderId)) return undefined;
  const order = await db().order.findFirst({
    where: { id: orderId, customerId, status: { not: 'awaiting_payment' } },
    select: {
      items: {
        where: { renewsResourceId: null },
        orderBy: { position: 'asc' },
        select: { productTitle: true, planName: true, quantity: true, plan: { select: { number: true } } },
      },
    },
  });
  if (!order || order.items.length === 0) return undefined;
  const numbers = order.items.map(({ plan }) => plan.number);
  // A number that a product shares with one of its plans finds the others too; of the order is only its own.
  const sold = new Set((await findPlans(numbers, at)).map(({ number }) => number));
  return {
    lines: order.items.flatMap(({ plan, quantity }) =>
      sold.has(plan.number) ? [{ planNumber: plan.number, quantity }] : [],
    ),
    gone: order.items.flatMap(({ plan, productTitle, planName }) =>
      sold.has(plan.number) ? [] : [{ productTitle, planName }],
    ),
  };
}
