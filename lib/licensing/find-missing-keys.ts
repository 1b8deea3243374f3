import type { Actor } from '../audit/record-audit';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { newLicenseKey } from '../secrets/key-format';
import { ensureMasterKey } from './ensure-master-key';
import { writeLicenseKey } from './write-license-key';

export type MissingKeys = {
  /** Rights without a product order API key. */
  resources: { id: string; number: number; customerId: string; productId: string }[];
  /** People with rights and without a master API key. */
  customers: { id: string; number: number }[];
};

/** Rights that nobody can use because a key of theirs is not there. A paid order makes both kinds in one transaction. */
export async function findMissingKeys(reader: Tx = db()): Promise<MissingKeys> {
  const resources = await reader.apiResource.findMany({
    where: { revokedAt: null, keys: { none: { kind: 'product_order', replacedAt: null } } },
    select: { id: true, number: true, customerId: true, productId: true },
    orderBy: { number: 'asc' },
  });
  const customers = await reader.customer.findMany({
    where: { resources: { some: {} }, licenseKeys: { none: { kind: 'master', replacedAt: null } } },
    select: { id: true, number: true },
    orderBy: { number: 'asc' },
  });
  return { resources, customers };
}

/** Makes the keys that are missing; each is asked for again under a lock, so that nobody gets two. */
export async function issueMissingKeys(missing: MissingKeys, actor: Actor): Promise<void> {
  const at = now();
  for (const { id: customerId } of missing.customers) {
    await inTransaction((tx) => ensureMasterKey(tx, { customerId, at, actor }));
  }
  for (const { id: apiResourceId, customerId, productId } of missing.resources) {
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM api_resource WHERE id = ${apiResourceId}::uuid FOR UPDATE`;
      const kind = 'product_order' as const;
      if (await tx.licenseKey.findFirst({ where: { apiResourceId, kind, replacedAt: null } })) return;
      const made = { key: newLicenseKey('lko'), kind, customerId, apiResourceId, productId };
      const { id: objectId } = await writeLicenseKey(tx, made, at);
      const fact = { action: 'product_order_api_key.issue', objectKind: 'license_key', objectId } as const;
      await recordAudit(tx, { actor, ...fact, after: { apiResourceId } });
    });
  }
}
