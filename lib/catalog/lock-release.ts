import type { Prisma, Tx } from '../db/client';
import { isUuid } from '../db/uuid';

const withFiles = { artifacts: { orderBy: { fileName: 'asc' } } } satisfies Prisma.ReleaseInclude;

export type LockedRelease = Prisma.ReleaseGetPayload<{ include: typeof withFiles }>;

/**
 * The release with its files, held until the transaction ends: whoever publishes it, takes a file away or withdraws it
 * waits here for the other, and then sees what the other did. Undefined when there is none with that id.
 */
export async function lockRelease(tx: Tx, releaseId: string): Promise<LockedRelease | undefined> {
  if (!isUuid(releaseId)) return undefined;
  await tx.$queryRaw`SELECT id FROM release WHERE id = ${releaseId}::uuid FOR UPDATE`;
  return (await tx.release.findUnique({ where: { id: releaseId }, include: withFiles })) ?? undefined;
}
