import type { Tx } from './client';

/**
 * Waits for the activations of this customer that are being decided, and holds later ones back until COMMIT. Whoever closes a
 * customer or a key calls this first: then no activation is committed after the change.
 */
export async function lockCustomerLicenses(tx: Tx, customerId: string): Promise<void> {
  // In id order, as activate_calls takes them, so that the two never wait for each other crosswise.
  await tx.$queryRaw`SELECT 1 FROM api_resource WHERE customer_id = ${customerId}::uuid ORDER BY id FOR UPDATE`;
}
