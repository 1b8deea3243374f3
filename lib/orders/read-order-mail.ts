import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import type { OrderMailFacts } from '../email/order-mail';
import { readMasterKey } from '../licensing/read-master-key';
import { readStoreSettings } from '../settings/store-settings';
import { orderViewInclude } from './order-view';
import { visibleOrderKeys } from './read-order';

/**
 * What the mails about an order are told, read when the mail is written: keys are opened only now, and only those that
 * the store's settings show at this moment. Undefined when the order is gone.
 */
export async function readOrderMail(orderId: string): Promise<OrderMailFacts | undefined> {
  if (!isUuid(orderId)) return undefined;
  const order = await db().order.findUnique({ where: { id: orderId }, include: orderViewInclude });
  if (!order) return undefined;
  const keys = await visibleOrderKeys(order.id);
  const masterApiKey = await visibleMasterKey(order.customerId);
  return {
    orderNumber: order.number,
    currency: order.currency,
    discountAmount: order.discountAmount,
    discountCode: order.discountCode,
    taxAmount: order.taxAmount,
    taxIsIncluded: order.taxIsIncluded,
    totalAmount: order.totalAmount,
    items: order.items.map((item) => {
      const right = item.resource ?? item.renewsResource;
      return {
        title: item.productTitle,
        planName: item.planName,
        productNumber: item.plan.number,
        quantity: item.quantity,
        amount: item.unitAmount * item.quantity,
        activationLimit: right?.activationLimit ?? null,
        expiresAt: right?.expiresAt ?? null,
        ...keys.get(item.id),
      };
    }),
    ...(masterApiKey === undefined ? {} : { masterApiKey }),
  };
}

/** The customer's master API key in clear, unless the store hides it or it has been disabled. */
export async function visibleMasterKey(customerId: string): Promise<string | undefined> {
  const { showMasterApiKey } = await readStoreSettings();
  const master = showMasterApiKey ? await readMasterKey(customerId) : undefined;
  return master && !master.disabled ? master.key : undefined;
}
