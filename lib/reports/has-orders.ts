import { db } from '../db/client';

/** Has anything been ordered in this store, ever? */
export async function hasOrders(): Promise<boolean> {
  return (await db().order.findFirst({ select: { id: true } })) !== null;
}
