import { db, inTransaction } from '@/lib/db/client';
import { ensureMasterKey } from '@/lib/licensing/ensure-master-key';
import { newLicenseKey } from '@/lib/secrets/key-format';
import { AT } from '../support/client-calls';
import { aCustomer, aProduct, bySystem, first } from '../support/factories';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(AT.getTime() + days * DAY_MS);

type ReleaseCase = {
  channel: 'stable' | 'beta';
  published: 'never' | 'before' | 'later';
  isYanked: boolean;
  releasedAt: Date;
};
type RightCase = {
  state: 'live' | 'grace' | 'suspended' | 'expired' | 'revoked';
  updatesUntil: Date | null;
  wantsBeta: boolean;
};

/** Every kind of release: 2 channels × 3 publications × withdrawn or not × released before or after some updates ended. */
export const RELEASE_CASES: ReleaseCase[] = (['stable', 'beta'] as const).flatMap((channel) =>
  (['never', 'before', 'later'] as const).flatMap((published) =>
    [false, true].flatMap((isYanked) =>
      [day(-30), day(-5)].map((releasedAt) => ({ channel, published, isYanked, releasedAt })),
    ),
  ),
);

/** Every kind of right: 5 states × updates for good, ended or going on × with or without the wish for betas. */
export const RIGHT_CASES: RightCase[] = (['live', 'grace', 'suspended', 'expired', 'revoked'] as const).flatMap(
  (state) =>
    [null, day(-10), day(10)].flatMap((updatesUntil) =>
      [false, true].map((wantsBeta) => ({ state, updatesUntil, wantsBeta })),
    ),
);

export type Shelf = {
  productId: string;
  productNumber: number;
  planId: string;
  keepsReleases: boolean;
  release: ReleaseCase;
};

/** A product for each kind of release, with this one release, once for each way of the product's switch. */
export async function makeShelves(): Promise<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const keepsReleases of [true, false]) {
    for (const release of RELEASE_CASES) {
      const product = await aProduct();
      await db().product.update({ where: { id: product.id }, data: { keepsReleases, publishedAt: day(-50) } });
      const publishedAt = release.published === 'later' ? day(1) : day(-40);
      const isPublished = release.published !== 'never' || release.isYanked;
      await db().release.create({
        data: {
          productId: product.id,
          version: '1.0.0',
          channel: release.channel,
          releasedAt: release.releasedAt,
          publishedAt: isPublished ? publishedAt : null,
          yankedAt: release.isYanked ? day(-1) : null,
          createdAt: AT,
        },
      });
      const { id: productId, number: productNumber } = product;
      shelves.push({ productId, productNumber, planId: product.plan.id, keepsReleases, release });
    }
  }
  return shelves;
}

export type Right = { masterKey: string; facts: RightCase & ReturnType<typeof statesOf> };

/** A customer for each kind of right, with that right to every product and "laptop" active in it. */
export async function makeRights(shelves: Shelf[]): Promise<Right[]> {
  const rights: Right[] = [];
  for (const right of RIGHT_CASES) {
    const masterKey = newLicenseKey('lkm');
    const facts = { ...right, ...statesOf(right.state) };
    await buyAll((await aCustomer()).id, { masterKey, facts, shelves });
    rights.push({ masterKey, facts });
  }
  return rights;
}

function statesOf(state: RightCase['state']) {
  const isOver = state === 'grace' || state === 'expired';
  return {
    expiresAt: isOver ? day(-1) : day(100),
    graceUntil: state === 'grace' ? day(5) : null,
    suspendedAt: state === 'suspended' ? day(-1) : null,
    revokedAt: state === 'revoked' ? day(-1) : null,
  };
}

async function buyAll(customerId: string, wish: { masterKey: string; facts: Right['facts']; shelves: Shelf[] }) {
  const { masterKey, facts, shelves } = wish;
  const { state: _state, ...columns } = facts;
  await inTransaction((tx) => ensureMasterKey(tx, { customerId, at: AT, actor: bySystem, masterApiKey: masterKey }));
  const licenseKeyId = first(await db().licenseKey.findMany({ where: { customerId } })).id;
  const amounts = { subtotalAmount: 0, totalAmount: 0, currency: 'usd' };
  const order = await db().order.create({ data: { customerId, status: 'paid', placedAt: AT, ...amounts } });
  const bought = shelves.map(({ productId, planId }) => ({
    productId,
    planId,
    itemId: crypto.randomUUID(),
    resourceId: crypto.randomUUID(),
  }));
  const item = { orderId: order.id, productTitle: '', planName: '', quantity: 1, unitAmount: 0, totalAmount: 0 };
  await db().orderItem.createMany({
    data: bought.map(({ itemId, productId, planId }, position) => ({
      ...{ ...item, id: itemId, productId, planId, position, currency: 'usd' },
    })),
  });
  await db().apiResource.createMany({
    data: bought.map(({ resourceId, itemId, productId, planId }) => ({
      ...{ ...columns, id: resourceId, customerId, productId, planId, orderItemId: itemId, createdAt: AT },
    })),
  });
  const place = { customerId, licenseKeyId, instance: 'laptop', requestedProduct: '', activatedAt: AT, lastSeenAt: AT };
  await db().activation.createMany({
    data: bought.map(({ resourceId, productId }) => ({ ...place, productId, apiResourceId: resourceId })),
  });
}
