import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { type CreateCustomerResult, createCustomer } from './create-customer';

/**
 * An admin enters a customer by hand. The account has no password: its owner comes in by a mailed link, or chooses one.
 */
export async function enterCustomer(
  wish: { email: string; name?: string; company?: string; vatId?: string },
  by: { actor: Actor; at?: Date },
): Promise<CreateCustomerResult> {
  const at = by.at ?? now();
  return inTransaction((tx) => createCustomer(tx, { ...wish, actor: by.actor, at }));
}
