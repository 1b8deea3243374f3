import { now } from '../clock';
import { db } from '../db/client';
import { countRecoveryCodes } from './recovery-codes';
import { COUNTING } from './second-factor';
import { liveAt } from './session';

/** A person as an admin sees them. Of factors only the kinds, of sessions only how many: no secret is read here. */
export type CustomerFacts = {
  id: string;
  number: number;
  email: string;
  name: string | null;
  company: string | null;
  vatId: string | null;
  role: 'customer' | 'admin';
  isEmailVerified: boolean;
  hasPassword: boolean;
  disabledAt: Date | null;
  /** Deleted by its person: what is left of it is its number. */
  deletedAt: Date | null;
  createdAt: Date;
  factors: { totp: number; passkey: number; recoveryCodes: number };
  /** Browsers signed in now, and when any browser of theirs was last here. */
  sessions: number;
  lastSeenAt: Date | undefined;
};

/** The person behind a customer number, or undefined. */
export async function readCustomer(number: number, at: Date = now()): Promise<CustomerFacts | undefined> {
  const found = await db().customer.findUnique({
    where: { number },
    include: { factors: { where: COUNTING, select: { kind: true } } },
  });
  if (!found) return undefined;
  const { id, email, name, company, vatId, role, disabledAt, deletedAt, createdAt } = found;
  const [sessions, last, recoveryCodes] = await Promise.all([
    db().session.count({ where: { customerId: id, ...liveAt(at) } }),
    db().session.aggregate({ where: { customerId: id }, _max: { lastSeenAt: true } }),
    countRecoveryCodes(id),
  ]);
  const ofKind = (kind: 'totp' | 'passkey') => found.factors.filter((factor) => factor.kind === kind).length;
  return {
    id,
    number,
    email,
    name,
    company,
    vatId,
    role,
    disabledAt,
    deletedAt,
    createdAt,
    isEmailVerified: found.emailVerifiedAt !== null,
    hasPassword: found.passwordHash !== null,
    factors: { totp: ofKind('totp'), passkey: ofKind('passkey'), recoveryCodes },
    sessions,
    lastSeenAt: last._max.lastSeenAt ?? undefined,
  };
}
