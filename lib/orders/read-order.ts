import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { readOrderKeys } from '../licensing/read-order-keys';
import { readStoreSettings } from '../settings/store-settings';
import { type OrderView, orderViewInclude, toOrderView } from './order-view';

const MAX_NUMBER = 2_147_483_647;

/**
 * One order of this customer, by id or by number, with its product order API keys unless the store hides them. A
 * stranger's order is not there.
 */
export async function readOrder(
  which: { customerId: string } & ({ orderId: string } | { orderNumber: number }),
): Promise<OrderView | undefined> {
  const { customerId } = which;
  if ('orderId' in which ? !isUuid(which.orderId) : !isNumber(which.orderNumber)) return undefined;
  const row = await db().order.findFirst({
    where: 'orderId' in which ? { id: which.orderId, customerId } : { number: which.orderNumber, customerId },
    include: orderViewInclude,
  });
  return row ? toOrderView(row, await visibleOrderKeys(row.id)) : undefined;
}

/** The order's product order API keys, or none when the store hides them: then they are not even opened. */
export async function visibleOrderKeys(orderId: string): Promise<Map<string, string>> {
  const { showProductOrderApiKeys } = await readStoreSettings();
  return showProductOrderApiKeys ? readOrderKeys(orderId) : new Map();
}

function isNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= MAX_NUMBER;
}
