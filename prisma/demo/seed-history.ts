import type { Tx } from '../../lib/db/client';
import { disputeOrder } from '../../lib/orders/dispute-order';
import { withItems } from '../../lib/orders/place-order';
import { refundOrder } from '../../lib/orders/refund-order';
import { planCalls } from './plan-calls';
import { planInstallations } from './plan-installations';
import { type PlannedOrder, planOrders } from './plan-orders';
import type { SeededPlan } from './seed-catalog';
import { seedInstallations } from './seed-installations';
import { seedDownloads, seedRequestLog } from './seed-records';
import { seedSales } from './seed-sales';
import { seededRandom } from './seeded-random';

const SEED = 20_261_121;
const ACTOR = { kind: 'system', via: 'demo-seed' } as const;

/**
 * Gives the demo store a past of 90 days: 39 customers with 119 orders, 600 active installations, refunds, a dispute, expired
 * keys and one at its limit, the calls of client software and downloads. The same in every store but for keys and row ids,
 * and reckoned back from `at`. The money is on record as paid outside, so giving it back asks nothing of Stripe.
 */
export async function seedHistory(tx: Tx, plans: SeededPlan[], at: Date): Promise<void> {
  const random = seededRandom(SEED);
  const orders = planOrders(random, at);
  const installations = planInstallations(random, orders, at);
  const calls = planCalls(random, { orders, installations }, at);
  const { orderIds, sold } = await seedSales(tx, orders, plans);
  await seedInstallations(tx, installations, sold);
  for (const [index, order] of orders.entries()) await meetFate(tx, order, orderIds[index] ?? '');
  await seedRequestLog(tx, random, { calls, sold });
  await seedDownloads(tx, random, { installations, sold, at });
}

/** How many keys of the vendor's own the orders will take from a plan's stock. */
export function countSoldKeys(planNumber: number, at: Date): number {
  const paid = planOrders(seededRandom(SEED), at).filter(
    ({ fate }) => fate !== 'awaiting_payment' && fate !== 'cancelled',
  );
  return paid.flatMap(({ lines }) => lines).filter((line) => line.planNumber === planNumber).length;
}

async function meetFate(tx: Tx, { fate, fateAt: at }: PlannedOrder, orderId: string): Promise<void> {
  if (fate !== 'refunded' && fate !== 'partially_refunded' && fate !== 'disputed') return;
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: withItems });
  const told = { order, at, actor: ACTOR };
  if (fate === 'disputed') {
    await disputeOrder(tx, { ...told, dispute: { disputeId: `demo_${order.number}`, status: 'open' }, suspends: true });
    return;
  }
  const back = fate === 'refunded' ? order.items : order.items.slice(0, 1);
  const parts = back.map(({ position, quantity, unitAmount }) => {
    const units = fate === 'refunded' ? quantity : 1;
    return { position, quantity: units, amount: unitAmount * units };
  });
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const reason = fate === 'refunded' ? 'requested_by_customer' : 'duplicate';
  const refundId = `outside_demo_${order.number}`;
  const refund = { refundId, amount, status: 'succeeded', reason, quantities: [], parts, createdAt: at } as const;
  await refundOrder(tx, { ...told, refunds: [{ ...refund, quantities: [] }], isHistory: true });
}
