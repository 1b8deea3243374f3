import { randomBytes } from 'node:crypto';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { writeLicenseKey } from '@/lib/licensing/write-license-key';
import { refundOrder } from '@/lib/orders/refund-order';
import { aCall } from '../../support/client-calls';
import { revokeResources } from '../../support/close-rights';
import { aProduct, aResource, bySystem, first } from '../../support/factories';
import type { KeyKind, State } from './matrix-cells';

const DAY_MS = 86_400_000;

export type Shelf = { product: Awaited<ReturnType<typeof aProduct>>; other: Awaited<ReturnType<typeof aProduct>> };

/** The product that is bought, and another one that is not; both with a page, and a release of their own. */
export async function stockShelf(): Promise<Shelf> {
  return { product: await aDescribedProduct('2.0.0'), other: await aDescribedProduct('9.0.0') };
}

async function aDescribedProduct(version: string) {
  const product = await aProduct();
  await db().product.update({
    where: { id: product.id },
    data: {
      author: 'Acme',
      pageUrl: 'https://vendor.example/acme',
      requiresVersion: '6.0',
      testedVersion: '6.8',
      requiresPhp: '7.4',
    },
  });
  await db().release.create({
    data: {
      productId: product.id,
      version,
      releasedAt: new Date('2026-10-01T00:00:00Z'),
      publishedAt: new Date('2026-10-01T00:00:00Z'),
      createdAt: now(),
      upgradeNotice: 'Please read the notes.',
      changelogMd: '- Faster restores.',
    },
  });
  return product;
}

export type Purchase = {
  key: string;
  productNumber: number;
  orderNumber: number;
  resourceNumber: number;
  resourceId: string;
};

/** A purchase with "laptop" active through a key of that kind, brought into the state; and the key that the cell sends. */
export async function buyInState(shelf: Shelf, kind: KeyKind, state: State): Promise<Purchase> {
  const resource = await aResource({
    product: shelf.product,
    activationLimit: state === 'limit reached' ? 1 : 3,
  });
  const key = await keyOf(resource, kind);
  const taken = first(await activate([aCall(key, resource.planNumber, 'laptop')], { at: now(), strict: false }));
  if (!taken.ok) throw new Error(`The laptop was refused: ${taken.reason}`);
  await bringInto(state, resource);
  return {
    key: state === 'unknown key' ? unknownKey(kind) : key,
    productNumber: resource.planNumber,
    orderNumber: resource.orderNumber,
    resourceNumber: resource.resourceNumber,
    resourceId: resource.resourceId,
  };
}

type Resource = Awaited<ReturnType<typeof aResource>>;

async function keyOf(resource: Resource, kind: KeyKind): Promise<string> {
  if (kind === 'master') return resource.masterKey;
  if (kind === 'product_order') return resource.key;
  const key = unknownKey('associated');
  const { customerId, resourceId: apiResourceId } = resource;
  const entry = { key, kind, customerId, apiResourceId, productId: resource.product.id };
  await inTransaction((tx) => writeLicenseKey(tx, entry, now()));
  return key;
}

/** A key that nobody holds, in the shape that the original gave that kind (wc-am.md 5.2). */
function unknownKey(kind: KeyKind): string {
  return kind === 'associated'
    ? `wc_order_${randomBytes(7).toString('hex').slice(0, 13)}_am_${randomBytes(6).toString('hex')}`
    : randomBytes(20).toString('hex');
}

async function bringInto(state: State, resource: Resource): Promise<void> {
  const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const set = (data: { expiresAt: Date; graceUntil?: Date }) =>
    db().apiResource.update({ where: { id: resource.resourceId }, data });
  switch (state) {
    case 'expired':
      await set({ expiresAt: ago(1) });
      return;
    case 'in grace':
      await set({ expiresAt: ago(1), graceUntil: ago(-13) });
      return;
    case 'revoked':
      await inTransaction((tx) =>
        revokeResources(tx, { orderItemIds: [resource.orderItemId], at: now(), actor: bySystem }),
      );
      return;
    case 'refunded':
      await refundInFull(resource);
      return;
    default:
      // The other states are in what was bought, or in what the call sends.
      return;
  }
}

async function refundInFull({ orderId }: Resource): Promise<void> {
  await inTransaction(async (tx) => {
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { items: { orderBy: { position: 'asc' } }, payments: true },
    });
    const refund = { refundId: `re_${orderId}`, amount: order.totalAmount, status: 'succeeded' as const };
    const refunds = [{ ...refund, reason: null, quantities: [], createdAt: now() }];
    await refundOrder(tx, { order, refunds, at: now(), actor: bySystem });
  });
}
