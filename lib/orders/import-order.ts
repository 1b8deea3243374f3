import type { Actor } from '../audit/record-audit';
import type { Prisma, Tx } from '../db/client';
import { raiseSequence } from '../db/raise-sequence';
import { issueKeys } from '../licensing/issue-keys';
import { lookupDigest } from '../secrets/lookup-digest';
import type { ImportedOrder } from './import-document';

export type ImportOrderResult =
  | { ok: true }
  | {
      ok: false;
      reason:
        | 'plan_not_found'
        | 'order_number_taken'
        | 'resource_number_taken'
        | 'key_taken'
        | 'master_key_of_another_customer';
    };

/** A paid order of another store, with its number, and the API Resources and keys that it gave. */
export async function importOrder(
  tx: Tx,
  owner: { customerId: string; masterApiKey?: string; actor: Actor },
  facts: ImportedOrder,
): Promise<ImportOrderResult> {
  if (await tx.order.findUnique({ where: { number: facts.number }, select: { id: true } })) {
    return { ok: false, reason: 'order_number_taken' };
  }
  const plans = await tx.plan.findMany({
    where: { number: { in: facts.items.map((item) => item.planNumber) } },
    include: { product: { select: { title: true } } },
  });
  const items = facts.items.flatMap((item) => {
    const plan = plans.find((candidate) => candidate.number === item.planNumber);
    return plan ? [{ ...item, plan }] : [];
  });
  if (items.length < facts.items.length) return { ok: false, reason: 'plan_not_found' };
  const taken = await takenBy(tx, facts, owner);
  if (taken) return { ok: false, reason: taken };
  const total = items.reduce((sum, item) => sum + item.plan.unitAmount * item.quantity, 0);
  const order = await tx.order.create({
    data: {
      number: facts.number,
      customerId: owner.customerId,
      status: 'paid',
      currency: items[0]?.plan.currency ?? 'usd',
      subtotalAmount: total,
      totalAmount: total,
      placedAt: facts.placedAt,
      paidAt: facts.placedAt,
      items: {
        create: items.map(itemRow),
      },
    },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  await raiseSequence(tx, 'order_number', facts.number);
  await issueKeys(tx, {
    ...owner,
    at: facts.placedAt,
    items: order.items.map((row) => ({
      orderItemId: row.id,
      productId: row.productId,
      planId: row.planId,
      quantity: row.quantity,
      activationLimit: row.activationLimit,
      termDays: row.termDays,
      ...keptBy(items[row.position]),
    })),
  });
  return { ok: true };
}

// Asked before writing, so that the row can be named; a race with another import still breaks on the unique columns.
async function takenBy(
  tx: Tx,
  facts: ImportedOrder,
  { customerId, masterApiKey }: { customerId: string; masterApiKey?: string },
) {
  const numbers = facts.items.flatMap((item) => item.resourceNumber ?? []);
  if (await tx.apiResource.findFirst({ where: { number: { in: numbers } }, select: { id: true } }))
    return 'resource_number_taken';
  const keys = facts.items.flatMap((item) => [...kept(item.productOrderApiKey), ...item.associatedApiKeys]);
  const digests = keys.map((key) => new Uint8Array(lookupDigest(key)));
  if (new Set([...keys, ...kept(masterApiKey)]).size < keys.length + kept(masterApiKey).length) return 'key_taken';
  if (await tx.licenseKey.findFirst({ where: { digest: { in: digests } }, select: { id: true } })) return 'key_taken';
  if (masterApiKey === undefined) return undefined;
  const master = await tx.licenseKey.findUnique({ where: { digest: new Uint8Array(lookupDigest(masterApiKey)) } });
  if (!master) return undefined;
  if (master.kind !== 'master') return 'key_taken';
  return master.customerId === customerId ? undefined : 'master_key_of_another_customer';
}

function kept(key: string | undefined): string[] {
  return key === undefined ? [] : [key];
}

type PlanFacts = Prisma.PlanGetPayload<{ include: { product: { select: { title: true } } } }>;

function itemRow(
  { plan, quantity, activationLimit }: ImportedOrder['items'][number] & { plan: PlanFacts },
  position: number,
) {
  return {
    position,
    productId: plan.productId,
    planId: plan.id,
    productTitle: plan.product.title,
    planName: plan.name,
    quantity,
    unitAmount: plan.unitAmount,
    currency: plan.currency,
    totalAmount: plan.unitAmount * quantity,
    activationLimit: activationLimit === undefined ? plan.activationLimit : activationLimit,
    termDays: plan.termDays,
    updateDays: plan.updateDays,
  };
}

function keptBy(item: ImportedOrder['items'][number] | undefined) {
  return {
    // Never from the stock: an order of another store is no purchase here.
    associatedApiKeys: item?.associatedApiKeys ?? [],
    ...(item?.productOrderApiKey === undefined ? {} : { productOrderApiKey: item.productOrderApiKey }),
    ...(item?.resourceNumber === undefined ? {} : { number: item.resourceNumber }),
    ...(item?.expiresAt === undefined ? {} : { expiresAt: item.expiresAt }),
    ...(item?.updatesUntil === undefined ? {} : { updatesUntil: item.updatesUntil }),
  };
}
