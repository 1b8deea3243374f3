import { now } from '../clock';
import { db } from '../db/client';

/** Whom an admin is looking at, and until when. */
export type CustomerView = {
  customer: { id: string; number: number; email: string; name: string | null; isEmailVerified: boolean };
  endsAt: Date;
};

/** The open look of this admin, in this browser of theirs, at this customer; undefined when there is none or it is over. */
export async function readCustomerView(which: {
  customerNumber: number;
  admin: { id: string; sessionId: string };
  at?: Date;
}): Promise<CustomerView | undefined> {
  const { customerNumber, admin, at = now() } = which;
  const view = await db().customerView.findFirst({
    where: {
      adminId: admin.id,
      sessionId: admin.sessionId,
      endedAt: null,
      endsAt: { gt: at },
      customer: { number: customerNumber },
    },
    select: { endsAt: true, customer: true },
  });
  if (!view) return undefined;
  const { id, number, email, name, emailVerifiedAt } = view.customer;
  return { customer: { id, number, email, name, isEmailVerified: emailVerifiedAt !== null }, endsAt: view.endsAt };
}
