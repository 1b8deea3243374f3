import { randomBytes } from 'node:crypto';
import type { Tx } from '../db/client';
import { deletedAddress } from '../jobs/deleted-address';

type Person = { id: string; number: number; email: string; name: string | null };

/**
 * Leaves of the orders of an account that is being deleted what an invoice has to say, in the caller's transaction: the name
 * that stood on it is written into the order, since the account has none any more. Orders that were never paid, and what was
 * only about to be bought, are nobody's from now on, and no thank-you address opens one. What somebody may still pay for as a
 * guest with this address is left; answers the ids of these.
 */
export async function keepInvoices(tx: Tx, person: Person): Promise<string[]> {
  const { id: customerId, number, email, name } = person;
  await tx.order.updateMany({
    where: { customerId, paidAt: { not: null }, buyerName: null },
    data: { buyerName: name },
  });
  await tx.order.updateMany({
    where: { customerId, paidAt: null },
    data: { buyerName: null, buyerAddress: null, company: null, vatId: null },
  });
  // With their orders; those that were given up; and what was typed with this address by a guest and came to nothing.
  const checkouts = await tx.checkout.findMany({
    where: {
      OR: [{ customerId }, { order: { customerId } }, { email, order: null, status: { in: ['expired', 'failed'] } }],
    },
    select: { id: true, status: true, stripeSessionId: true },
  });
  const useless = { newPasswordHash: null, stripeSessionUrl: null, createdCustomer: false };
  for (const { id, status, stripeSessionId } of checkouts) {
    await tx.checkout.update({
      where: { id },
      data: {
        ...nobodyOf(number),
        ...useless,
        // What never got a payment page gets none any more.
        ...(status === 'open' ? { status: 'expired' as const } : {}),
        // Only what a browser paid has an address: the digest of an order by hand is how a second press finds it.
        ...(stripeSessionId === null ? {} : { tokenDigest: new Uint8Array(randomBytes(32)) }),
      },
    });
  }
  const open = await tx.checkout.findMany({ where: { email, customerId: null, order: null }, select: { id: true } });
  return open.map(({ id }) => id);
}

/** Takes the person out of what a guest began with the address and never paid for. */
export async function forgetCheckouts(tx: Tx, ids: string[], customerNumber: number): Promise<void> {
  const where = { id: { in: ids }, order: null, status: { in: ['expired' as const, 'failed' as const] } };
  await tx.checkout.updateMany({ where, data: nobodyOf(customerNumber) });
}

function nobodyOf(customerNumber: number) {
  return { email: deletedAddress(customerNumber), name: null, company: null, vatId: null };
}
