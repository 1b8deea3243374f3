import { ensureDefaultKey } from '../access-keys/ensure-default-key';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db/client';
import { raiseSequence } from '../db/raise-sequence';
import { readEmailAddress } from './email-address';

export type NewCustomer = {
  email: string;
  name?: string;
  company?: string;
  vatId?: string;
  /** From `hashPassword`; left out, the person chooses one through a mailed link. */
  passwordHash?: string;
  role?: 'customer' | 'admin';
  /** An import keeps the number that clients were told; later numbers are given out above it. */
  number?: number;
  /** True when it is known that the address is theirs (an import, a seed, the operator's own). */
  isEmailVerified?: boolean;
  at?: Date;
  actor?: Actor;
};

export type CreateCustomerResult =
  | { ok: true; customer: { id: string; number: number; email: string } }
  | { ok: false; reason: 'invalid_email' | 'email_taken' | 'number_taken' };

/**
 * Makes an account with its default developer key inside the caller's transaction. Of two callers at once with one address, the second waits for the
 * first and is told `email_taken`; the transaction stays usable, so the caller may go on with the account that is there.
 */
export async function createCustomer(tx: Tx, wish: NewCustomer): Promise<CreateCustomerResult> {
  const read = readEmailAddress(wish.email);
  if (!read.ok) return { ok: false, reason: 'invalid_email' };
  const at = wish.at ?? now();
  const [made] = await tx.customer.createManyAndReturn({ data: [rowOf(wish, read.address, at)], skipDuplicates: true });
  if (!made) {
    const owner = await findCustomerByEmail(tx, read.address);
    return { ok: false, reason: owner ? 'email_taken' : 'number_taken' };
  }
  if (wish.number !== undefined) await raiseSequence(tx, 'customer_number', wish.number);
  const actor: Actor = wish.actor ?? { kind: 'system' };
  await recordAudit(tx, {
    actor,
    action: 'customer.create',
    objectKind: 'customer',
    objectId: made.id,
    after: { number: made.number, email: made.email, role: made.role },
    at,
  });
  await ensureDefaultKey(tx, { customerId: made.id, actor, at });
  return { ok: true, customer: { id: made.id, number: made.number, email: made.email } };
}

/** The account of an address in whatever case or spacing it was typed, inside the caller's transaction. */
export async function findCustomerByEmail(tx: Tx, email: string): Promise<{ id: string; number: number } | undefined> {
  const read = readEmailAddress(email);
  if (!read.ok) return undefined;
  const found = await tx.customer.findUnique({ where: { email: read.address }, select: { id: true, number: true } });
  return found ?? undefined;
}

function rowOf(wish: NewCustomer, email: string, at: Date) {
  return {
    email,
    createdAt: at,
    role: wish.role ?? ('customer' as const),
    name: wish.name ?? null,
    company: wish.company ?? null,
    vatId: wish.vatId ?? null,
    passwordHash: wish.passwordHash ?? null,
    emailVerifiedAt: wish.isEmailVerified ? at : null,
    ...(wish.number === undefined ? {} : { number: wish.number }),
  };
}
