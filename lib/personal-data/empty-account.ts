import type { Tx } from '../db/client';

/**
 * Takes everything out of an account that lets somebody in or is its person's alone, in the caller's transaction: sessions,
 * second factors, links, choices, a connection to Dropbox. Done again, it takes out what was put in meanwhile.
 */
export async function emptyAccount(tx: Tx, customerId: string): Promise<void> {
  const sessions = await tx.session.findMany({ where: { customerId }, select: { id: true } });
  const pending = await tx.pendingSignIn.findMany({ where: { customerId }, select: { id: true } });
  const holderId = { in: [...sessions, ...pending].map(({ id }) => id) };
  await tx.passkeyChallenge.deleteMany({ where: { holderId } });
  await tx.session.deleteMany({ where: { customerId } });
  await tx.pendingSignIn.deleteMany({ where: { customerId } });
  await tx.oneUseToken.deleteMany({ where: { customerId } });
  await tx.secondFactor.deleteMany({ where: { customerId } });
  await tx.recoveryCode.deleteMany({ where: { customerId } });
  await tx.mailChoice.deleteMany({ where: { customerId } });
  await tx.dropboxSave.deleteMany({ where: { customerId } });
  await tx.dropboxConnection.deleteMany({ where: { customerId } });
}
