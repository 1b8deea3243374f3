import { db } from '../db/client';

/** A master API key as an admin sees it: by its hint. The key itself is not read. */
export type MasterHint = {
  id: string;
  hint: string;
  createdAt: Date;
  disabledAt: Date | null;
  /** Activations made with this key or one that it replaced. */
  activations: number;
};

/** The customer's present master API key, or undefined before the first purchase. */
export async function readMasterHint(customerId: string): Promise<MasterHint | undefined> {
  const found = await db().licenseKey.findFirst({
    where: { customerId, kind: 'master', replacedAt: null },
    select: { id: true, hint: true, createdAt: true, disabledAt: true },
  });
  if (!found) return undefined;
  const activations = await db().activation.count({ where: { customerId, licenseKey: { kind: 'master' } } });
  return { ...found, activations };
}
