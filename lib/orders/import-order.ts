import { randomUUID } from 'node:crypto';
import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { nextNumber, raiseSequence } from '../db/raise-sequence';
import { issueItemKeys } from '../licensing/issue-keys';
import { type ImportedOrder, MOST_INTEGER } from './import-document';
import type { ImportReason } from './import-refusal';
import { type ImportFacts, type PlanFacts, takeKeys } from './read-import-facts';

export type ImportOrderResult =
  | { ok: true }
  | {
      ok: false;
      reason: Extract<
        ImportReason,
        | 'plan_not_found'
        | 'mixed_currencies'
        | 'order_number_taken'
        | 'resource_number_taken'
        | 'key_taken'
        | 'total_too_large'
        | 'limit_too_large'
      >;
    };

type PlannedItem = ImportedOrder['items'][number] & { id: string; plan: PlanFacts };

/** A paid order of another store, with its number, and the API Resources and keys that it gave. The customer has their master key. */
export async function importOrder(
  tx: Tx,
  owner: { customerId: string; actor: Actor },
  { order, facts }: { order: ImportedOrder; facts: ImportFacts },
): Promise<ImportOrderResult> {
  const items = order.items.flatMap((item) => {
    const plan = facts.plans.get(item.planNumber);
    return plan ? [{ ...item, plan, id: randomUUID() }] : [];
  });
  if (items.length < order.items.length) return { ok: false, reason: 'plan_not_found' };
  const refusal = refusalOf(order.number, items, facts);
  if (refusal) return { ok: false, reason: refusal };
  await writeOrder(tx, owner.customerId, { order, items });
  await raiseSequence(tx, 'order_number', order.number);
  const paid = [];
  for (const item of items) paid.push({ ...boughtBy(item, order), ...(await keptBy(tx, item, facts)) });
  await issueItemKeys(tx, { ...owner, at: order.placedAt, items: paid });
  return { ok: true };
}

/** Why an order does not fit; if nothing is wrong, its numbers and keys are taken from here on. */
function refusalOf(number: number, items: readonly PlannedItem[], facts: ImportFacts) {
  if (facts.takenOrders.has(number)) return 'order_number_taken';
  facts.takenOrders.add(number);
  if (new Set(items.map(({ plan }) => plan.currency)).size > 1) return 'mixed_currencies';
  if (totalOf(items) > MOST_INTEGER) return 'total_too_large';
  if (items.some((item) => (limitOf(item) ?? 0) * item.quantity > MOST_INTEGER)) return 'limit_too_large';
  for (const { resourceNumber } of items) {
    if (resourceNumber === undefined) continue;
    if (facts.takenResources.has(resourceNumber)) return 'resource_number_taken';
    facts.takenResources.add(resourceNumber);
  }
  const keys = items.flatMap((item) => [item.productOrderApiKey ?? [], item.associatedApiKeys].flat());
  return takeKeys(facts, keys) ? undefined : 'key_taken';
}

async function writeOrder(
  tx: Tx,
  customerId: string,
  { order, items }: { order: ImportedOrder; items: readonly PlannedItem[] },
): Promise<void> {
  const { number, placedAt } = order;
  const total = totalOf(items);
  const { id } = await tx.order.create({
    data: {
      number,
      customerId,
      status: 'paid',
      currency: items[0]?.plan.currency ?? 'usd',
      subtotalAmount: total,
      totalAmount: total,
      placedAt,
      paidAt: placedAt,
    },
    select: { id: true },
  });
  await tx.orderItem.createMany({ data: items.map((item, position) => ({ ...itemRow(item, position), orderId: id })) });
}

function itemRow(item: PlannedItem, position: number) {
  const { id, plan, quantity } = item;
  return {
    id,
    position,
    productId: plan.productId,
    planId: plan.id,
    productTitle: plan.product.title,
    planName: plan.name,
    quantity,
    unitAmount: plan.unitAmount,
    currency: plan.currency,
    totalAmount: plan.unitAmount * quantity,
    activationLimit: limitOf(item),
    termDays: plan.termDays,
    updateDays: plan.updateDays,
  };
}

function totalOf(items: readonly PlannedItem[]): number {
  return items.reduce((sum, { plan, quantity }) => sum + plan.unitAmount * quantity, 0);
}

function limitOf({ activationLimit, plan }: PlannedItem): number | null {
  return activationLimit === undefined ? plan.activationLimit : activationLimit;
}

function boughtBy(item: PlannedItem, order: ImportedOrder) {
  const { id, plan, quantity } = item;
  return {
    orderItemId: id,
    productId: plan.productId,
    planId: plan.id,
    quantity,
    activationLimit: limitOf(item),
    termDays: plan.termDays,
    row: { orderNumber: order.number, updateDays: plan.updateDays },
  };
}

async function keptBy(tx: Tx, item: PlannedItem, { keptResources }: ImportFacts) {
  // The sequence is raised at the end only: without looking it would give out what another row keeps.
  const isFree = item.resourceNumber === undefined && keptResources.size > 0;
  const number = isFree ? await nextNumber(tx, 'api_resource_number', keptResources) : item.resourceNumber;
  return {
    // Never from the stock: an order of another store is no purchase here.
    associatedApiKeys: item.associatedApiKeys,
    ...(item.productOrderApiKey === undefined ? {} : { productOrderApiKey: item.productOrderApiKey }),
    ...(number === undefined ? {} : { number }),
    ...(item.expiresAt === undefined ? {} : { expiresAt: item.expiresAt }),
    ...(item.updatesUntil === undefined ? {} : { updatesUntil: item.updatesUntil }),
  };
}
