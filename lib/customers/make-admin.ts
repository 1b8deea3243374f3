import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { db } from '../db/client';
import { type ChangeRoleResult, changeRole } from './change-standing';
import { findCustomerByEmail } from './create-customer';
import { readEmailAddress } from './email-address';

export type MakeAdminResult = ChangeRoleResult | { ok: false; reason: 'invalid_email' | 'already_admin' };

/** Makes the account of an address an admin's. There has to be one, open and with its address proven. */
export async function makeAdminByEmail(wish: { email: string; actor: Actor; at?: Date }): Promise<MakeAdminResult> {
  const { email, actor, at = now() } = wish;
  if (!readEmailAddress(email).ok) return { ok: false, reason: 'invalid_email' };
  const found = await findCustomerByEmail(db(), email);
  if (!found) return { ok: false, reason: 'customer_not_found' };
  const isAdmin = (await db().customer.count({ where: { id: found.id, role: 'admin' } })) > 0;
  if (isAdmin) return { ok: false, reason: 'already_admin' };
  return changeRole({ customerId: found.id, role: 'admin', actor, at });
}
