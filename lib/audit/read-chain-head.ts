import { db } from '../db/client';

/** The newest seal: its place in the chain and its digest in hex. */
export type ChainHead = { position: number; digest: string };

/** What the chain ends with, or undefined before the first seal. */
export async function readChainHead(): Promise<ChainHead | undefined> {
  const seal = await db().auditSeal.findFirst({ orderBy: { position: 'desc' } });
  return seal ? { position: seal.position, digest: Buffer.from(seal.digest).toString('hex') } : undefined;
}

/** How far the chain has come, for a page: its newest seal and how many entries wait for the next one. */
export async function readChainStanding(): Promise<{
  head: (ChainHead & { sealedAt: Date; toId: string }) | undefined;
  unsealed: number;
}> {
  const seal = await db().auditSeal.findFirst({ orderBy: { position: 'desc' } });
  const unsealed = await db().auditEntry.count({ where: { id: { gt: seal?.toId ?? 0n } } });
  if (!seal) return { head: undefined, unsealed };
  const { position, sealedAt, toId } = seal;
  return {
    head: { position, digest: Buffer.from(seal.digest).toString('hex'), sealedAt, toId: String(toId) },
    unsealed,
  };
}
