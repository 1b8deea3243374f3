import { db } from '../db/client';
import { countRecoveryCodes } from './recovery-codes';
import { type ListedFactor, listFactors } from './second-factor';

/** By what a person can prove who they are. */
export type Credentials = { hasPassword: boolean; factors: ListedFactor[]; codesLeft: number };

/** By what this person can prove who they are; nothing secret. */
export async function readCredentials(customerId: string): Promise<Credentials> {
  const { passwordHash } = await db().customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { passwordHash: true },
  });
  const factors = await listFactors(customerId);
  return { hasPassword: passwordHash !== null, factors, codesLeft: await countRecoveryCodes(customerId) };
}
