import type { Tx } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { isUuid } from '../db/uuid';

/**
 * Holds an account with all that may be changing it, until the caller's transaction ends: payments that arrive wait at their
 * checkouts, client calls at their licences, sign-ins and admins at the account. In the order in which each of them locks.
 * Answers the account as it stands under the locks.
 */
export async function lockAccount(tx: Tx, customerId: string) {
  if (!isUuid(customerId)) return undefined;
  await tx.$queryRaw`
    SELECT 1 FROM checkout WHERE id IN (
      SELECT id FROM checkout WHERE customer_id = ${customerId}::uuid
      UNION SELECT checkout_id FROM "order" WHERE customer_id = ${customerId}::uuid)
    ORDER BY id FOR UPDATE`;
  await lockCustomerLicenses(tx, customerId);
  // Whoever gives this account an order holds a share of the row: what they gave is there once this has it.
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`;
  return (
    (await tx.customer.findUnique({
      where: { id: customerId },
      select: { id: true, number: true, email: true, name: true, deletedAt: true },
    })) ?? undefined
  );
}
