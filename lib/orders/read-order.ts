import { now } from '../clock';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { readOrderAssociatedKeys, readOrderKeys } from '../licensing/read-order-keys';
import { readStoreSettings } from '../settings/store-settings';
import { type ItemKeys, type OrderView, orderViewInclude, toOrderView } from './order-view';

const MAX_NUMBER = 2_147_483_647;

/**
 * One order of this customer, by id or by number, with the keys of its items that the store shows (without any, when asked
 * so: then none is opened). A stranger's order is not there.
 */
export async function readOrder(
  which: { customerId: string; withoutKeys?: true } & ({ orderId: string } | { orderNumber: number }),
): Promise<OrderView | undefined> {
  const { customerId } = which;
  if ('orderId' in which ? !isUuid(which.orderId) : !isNumber(which.orderNumber)) return undefined;
  const row = await db().order.findFirst({
    where: 'orderId' in which ? { id: which.orderId, customerId } : { number: which.orderNumber, customerId },
    include: orderViewInclude,
  });
  if (!row) return undefined;
  const { renewablePeriodDays } = await readStoreSettings();
  const keys = which.withoutKeys ? new Map() : await visibleOrderKeys(row.id);
  return toOrderView(row, keys, { at: now(), renewablePeriodDays });
}

/** By order item, the keys that the store shows at this moment; hidden ones are not even opened. */
export async function visibleOrderKeys(orderId: string): Promise<Map<string, ItemKeys>> {
  const { showProductOrderApiKeys, showAssociatedKeys } = await readStoreSettings();
  const shown = new Map<string, ItemKeys>();
  if (showProductOrderApiKeys) {
    for (const [item, productOrderApiKey] of await readOrderKeys(orderId)) shown.set(item, { productOrderApiKey });
  }
  if (showAssociatedKeys) {
    for (const [item, associatedApiKeys] of await readOrderAssociatedKeys(orderId)) {
      shown.set(item, { ...shown.get(item), associatedApiKeys });
    }
  }
  return shown;
}

function isNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= MAX_NUMBER;
}
