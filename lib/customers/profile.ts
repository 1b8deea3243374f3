import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { readVatId } from '../vat-id';

/** What a person says of themselves, for their next invoices. Null = not given; the address has a line for each line. */
export type Profile = {
  name: string | null;
  company: string | null;
  vatId: string | null;
  invoiceAddress: string | null;
};

/** As typed; empty = not given. */
export type EnteredProfile = { [Name in keyof Profile]: string };

export type ProfileFault = { field: keyof Profile; problem: 'too_long' | 'not_a_vat_id' };

export type SaveProfileResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'profile_invalid'; faults: ProfileFault[] }
  | { ok: false; reason: 'customer_not_found' };

export const MOST_NAME = 120;
export const MOST_ADDRESS = 500;

const select = { name: true, company: true, vatId: true, invoiceAddress: true };

/** The profile of a customer; all null for somebody who is not there. */
export async function readProfile(customerId: string): Promise<Profile> {
  const found = await db().customer.findUnique({ where: { id: customerId }, select });
  return found ?? { name: null, company: null, vatId: null, invoiceAddress: null };
}

/** Saves a whole profile and records what changed. Invoices of orders that are there keep what they said. */
export async function saveProfile(
  customerId: string,
  entered: EnteredProfile,
  by: { actor: Actor; at?: Date },
): Promise<SaveProfileResult> {
  const faults = faultsOf(entered);
  if (faults.length > 0) return { ok: false, reason: 'profile_invalid', faults };
  const after = cleaned(entered);
  return inTransaction<SaveProfileResult>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`;
    const before = await tx.customer.findUnique({ where: { id: customerId, deletedAt: null }, select });
    if (!before) return { ok: false, reason: 'customer_not_found' };
    if (isDeepStrictEqual({ ...before }, after)) return { ok: true, isChanged: false };
    await tx.customer.update({ where: { id: customerId }, data: after });
    const object = { objectKind: 'customer', objectId: customerId };
    const at = by.at ?? now();
    await recordAudit(tx, { at, actor: by.actor, action: 'customer.edit_profile', ...object, before, after });
    return { ok: true, isChanged: true };
  });
}

function faultsOf({ name, company, vatId, invoiceAddress }: EnteredProfile): ProfileFault[] {
  const faults: ProfileFault[] = [];
  if (name.trim().length > MOST_NAME) faults.push({ field: 'name', problem: 'too_long' });
  if (company.trim().length > MOST_NAME) faults.push({ field: 'company', problem: 'too_long' });
  if (vatId.trim() !== '' && readVatId(vatId) === undefined) faults.push({ field: 'vatId', problem: 'not_a_vat_id' });
  if (invoiceAddress.trim().length > MOST_ADDRESS) faults.push({ field: 'invoiceAddress', problem: 'too_long' });
  return faults;
}

function cleaned({ name, company, vatId, invoiceAddress }: EnteredProfile): Profile {
  const lines = invoiceAddress.split(/\r?\n/).map((line) => line.trim());
  return {
    name: name.trim() || null,
    company: company.trim() || null,
    vatId: readVatId(vatId) ?? null,
    invoiceAddress: lines.filter(Boolean).join('\n') || null,
  };
}
