import { setTimeout as pause } from 'node:timers/promises';
import { db } from '../db/client';
import { StartRefused } from '../errors';
import { readMasterKey } from '../licensing/read-master-key';
import { readOrderKeys } from '../licensing/read-order-keys';

export type BoughtOrder = {
  orderNumber: number;
  customerEmail: string;
  masterApiKey: string;
  items: { productId: number; productOrderApiKey: string; activationLimit: number | null }[];
};

const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 250;

/** Waits until the order of a payment session is paid and answers it with its keys in clear. */
export async function readBoughtOrder(sessionId: string): Promise<BoughtOrder> {
  const order = await untilPaid(sessionId);
  const [master, keys] = [await readMasterKey(order.customerId), await readOrderKeys(order.id)];
  if (!master) throw new Error(`The buyer of order ${order.number} has no master API key`);
  const items = order.items.map((item) => {
    const productOrderApiKey = keys.get(item.id);
    if (!productOrderApiKey) throw new Error(`Order ${order.number} has an item without a key`);
    const activationLimit = item.resource?.activationLimit ?? null;
    return { productId: item.plan.number, productOrderApiKey, activationLimit };
  });
  return { orderNumber: order.number, customerEmail: order.customer.email, masterApiKey: master.key, items };
}

async function untilPaid(sessionId: string) {
  const end = performance.now() + WAIT_MS;
  while (performance.now() < end) {
    const order = await findOrder(sessionId);
    if (order?.status === 'paid') return order;
    await pause(LOOK_EVERY_MS);
  }
  throw new StartRefused('The payment was made, but the store has not confirmed the order within 30 seconds.');
}

function findOrder(stripeSessionId: string) {
  return db().order.findFirst({
    where: { checkout: { stripeSessionId } },
    include: {
      customer: { select: { email: true } },
      items: { orderBy: { position: 'asc' }, include: { resource: true, plan: { select: { number: true } } } },
    },
  });
}
