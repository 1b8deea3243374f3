import { db } from '../db/client';

/** The newest seal: its place in the chain and its digest in hex. */
export type ChainHead = { position: number; digest: string };

/** What the chain ends with, or undefined before the first seal. */
export async function readChainHead(): Promise<ChainHead | undefined> {
  const seal = await db().auditSeal.findFirst({ orderBy: { position: 'desc' } });
  return seal ? { position: seal.position, digest: Buffer.from(seal.digest).toString('hex') } : undefined;
}
