import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { raiseSequence } from '../db/raise-sequence';
import { newLicenseKey } from '../secrets/key-format';
import { ensureMasterKey } from './ensure-master-key';
import { insertGrants } from './grants/change-grants';
import { type Grant, invoiceCause, orderItemCause } from './grants/grant-fact';
import { handOutAssociatedKey } from './hand-out-associated-key';
import { keepAssociatedKeys } from './keep-associated-keys';
import { writeLicenseKey } from './write-license-key';

/** What was bought, with the plan's terms as they were at purchase. */
export type PaidItem = {
  orderItemId: string;
  productId: string;
  planId: string;
  quantity: number;
  /** Places for each unit; null = unlimited. */
  activationLimit: number | null;
  /** Null = lifetime. */
  termDays: number | null;
  /** An import brings the key that the customer already has (at most 190 characters). */
  productOrderApiKey?: string;
  /** An import brings the associated keys of the right, as they are, possibly none; nothing is then taken from the stock. */
  associatedApiKeys?: readonly string[];
  /** An import keeps the number that clients were told; later ones are given out above it. */
  number?: number;
  /** An import keeps the end of the right as it was sold or extended; null = lifetime. */
  expiresAt?: Date | null;
  /** A subscription: what its first invoice was paid for. Its end is then that of its paid periods. */
  firstPeriod?: { invoiceId: string; startsAt: Date; endsAt: Date; happenedAt: Date };
  /** An import keeps the end of its updates; null = as long as the right lives. Otherwise the item's update days count. */
  updatesUntil?: Date | null;
  /** What the item's row says, from a caller who has just written it; left out, it is read. */
  row?: { orderNumber: number; updateDays: number | null };
};

export type IssuedKey = { orderItemId: string; apiResourceId: string; number: number; productOrderApiKey: string };

type Issuing = {
  customerId: string;
  /** When the rights begin. */
  at: Date;
  /** What the audit tells; the present moment when left out. A demo store is given a past. */
  recordedAt?: Date;
  actor: Actor;
};

const DAY_MS = 86_400_000;

/**
 * Gives a paid order its rights, in the caller's transaction: one API Resource with its product order API key for each
 * item (limit × quantity), a key of the product's stock where there is one, and on the first purchase the customer's master API key. The caller makes sure that it is
 * called once for an item; a second call for the same item breaks a unique constraint and undoes the transaction.
 */
export async function issueKeys(
  tx: Tx,
  order: Issuing & { items: PaidItem[]; masterApiKey?: string },
): Promise<{ masterKeyMade: boolean; issued: IssuedKey[] }> {
  const { made } = await ensureMasterKey(tx, order);
  return { masterKeyMade: made, issued: await issueItemKeys(tx, order) };
}

/** As `issueKeys`, for a customer who is known to have a master API key: an import has seen to it once for all their orders. */
export async function issueItemKeys(tx: Tx, order: Issuing & { items: PaidItem[] }): Promise<IssuedKey[]> {
  const issued: IssuedKey[] = [];
  for (const item of order.items) issued.push(await issueKey(tx, order, item));
  return issued;
}

async function issueKey(tx: Tx, order: Issuing, item: PaidItem): Promise<IssuedKey> {
  const { customerId, at, actor } = order;
  const activationLimit = item.activationLimit === null ? null : item.activationLimit * item.quantity;
  const { orderNumber, updateDays } = item.row ?? (await readRow(tx, item.orderItemId));
  const endsAt = item.expiresAt === undefined ? endOfTerm(at, item.termDays) : item.expiresAt;
  const updatesUntil = item.updatesUntil === undefined ? endOfTerm(at, updateDays) : item.updatesUntil;
  const resource = await tx.apiResource.create({
    data: {
      customerId,
      orderNumber,
      orderItemId: item.orderItemId,
      productId: item.productId,
      planId: item.planId,
      activationLimit,
      expiresAt: item.firstPeriod ? item.firstPeriod.endsAt : endsAt,
      updatesUntil,
      createdAt: at,
      ...(item.number === undefined ? {} : { number: item.number }),
    },
  });
  const grants = firstGrants(item, { at, endsAt, updatesUntil });
  await insertGrants(tx, { apiResourceId: resource.id, grants, at: order.recordedAt ?? at, actor });
  if (item.number !== undefined) await raiseSequence(tx, 'api_resource_number', item.number);
  const productOrderApiKey = item.productOrderApiKey ?? newLicenseKey('lko');
  await writeLicenseKey(
    tx,
    {
      key: productOrderApiKey,
      kind: 'product_order',
      customerId,
      apiResourceId: resource.id,
      productId: item.productId,
    },
    at,
  );
  await recordAudit(tx, {
    ...(order.recordedAt ? { at: order.recordedAt } : {}),
    actor,
    action: 'api_resource.issue',
    objectKind: 'api_resource',
    objectId: resource.id,
    after: {
      orderItemId: item.orderItemId,
      activationLimit,
      expiresAt: resource.expiresAt?.toISOString() ?? null,
      updatesUntil: resource.updatesUntil?.toISOString() ?? null,
    },
  });
  await giveAssociatedKeys(tx, { ...order, apiResourceId: resource.id }, item);
  return { orderItemId: item.orderItemId, apiResourceId: resource.id, number: resource.number, productOrderApiKey };
}

async function readRow(tx: Tx, orderItemId: string): Promise<NonNullable<PaidItem['row']>> {
  const { order, updateDays } = await tx.orderItem.findUniqueOrThrow({
    where: { id: orderItemId },
    select: { updateDays: true, order: { select: { number: true } } },
  });
  return { orderNumber: order.number, updateDays };
}

/** What the right's columns were just written from: with computeStanding they come to the same. */
function firstGrants(
  { orderItemId, planId, quantity, activationLimit, firstPeriod }: PaidItem,
  { at, endsAt, updatesUntil }: { at: Date; endsAt: Date | null; updatesUntil: Date | null },
): Grant[] {
  const isSubscription = firstPeriod !== undefined;
  const bought = { planId, units: quantity, placesPerUnit: activationLimit, endsAt, updatesUntil, isSubscription };
  const purchase: Grant = {
    cause: orderItemCause(orderItemId),
    happenedAt: at,
    fact: { kind: 'purchase', ...bought },
  };
  if (!firstPeriod) return [purchase];
  const { invoiceId, startsAt, endsAt: paidUntil, happenedAt } = firstPeriod;
  const fact = { kind: 'period' as const, startsAt, endsAt: paidUntil };
  return [purchase, { cause: invoiceCause(invoiceId), happenedAt, fact }];
}

async function giveAssociatedKeys(
  tx: Tx,
  owner: Issuing & { apiResourceId: string },
  { productId, associatedApiKeys }: PaidItem,
): Promise<void> {
  if (associatedApiKeys === undefined) {
    await handOutAssociatedKey(tx, { ...owner, productId });
    return;
  }
  const { customerId, apiResourceId, at, actor } = owner;
  const keys = associatedApiKeys.map((key) => ({ key, customerId, apiResourceId, productId }));
  await keepAssociatedKeys(tx, { keys, at, actor });
}

function endOfTerm(at: Date, days: number | null): Date | null {
  return days === null ? null : new Date(at.getTime() + days * DAY_MS);
}
