import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { importDocument } from '@/lib/orders/import-document';
import { importStore } from '@/lib/orders/import-store';
import { bySystem } from './factories';
import { type LabKeys, labDocument } from './lab-document';

/** Imports the store of the recorded captures, as a shop that moves would. */
export async function importLabStore(keys: LabKeys): Promise<{ customerId: string; resourceId: string }> {
  const result = await importStore(importDocument.parse(labDocument(keys)), now(), bySystem);
  if (!result.ok) throw new Error(JSON.stringify(result.rows));
  const resource = await db().apiResource.findUniqueOrThrow({ where: { number: 1 } });
  return { customerId: resource.customerId, resourceId: resource.id };
}
