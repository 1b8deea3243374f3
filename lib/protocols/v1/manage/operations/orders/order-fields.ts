import { z } from 'zod';
import { ORDER_STATUSES } from '../../../../../orders/order-filter';
import { told } from '../shop-fields';

export const orderStatus = z.enum(ORDER_STATUSES);

/** What every telling of an order begins with. Amounts are minor units of `currency`. */
export const orderMoney = {
  id: z.uuid(),
  number: z.int(),
  status: orderStatus,
  currency: z.string(),
  total_amount: z.int(),
  refunded_amount: z.int(),
};

/** Money that went back, or is on its way. */
export const refundFact = z.object({
  id: z.uuid(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  amount: z.int(),
  created_at: told,
});
