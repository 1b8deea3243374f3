import { randomBytes } from 'node:crypto';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { issueKeys, type PaidItem } from '@/lib/licensing/issue-keys';
import { readMasterKey } from '@/lib/licensing/read-master-key';

export const bySystem: Actor = { kind: 'system', via: 'test' };

const unique = () => randomBytes(5).toString('hex');

/** A customer with an address of their own. */
export function aCustomer(
  facts: {
    email?: string;
    role?: 'customer' | 'admin';
    number?: number;
    passwordHash?: string;
    emailVerifiedAt?: Date;
  } = {},
) {
  return db().customer.create({ data: { email: `${unique()}@example.test`, createdAt: now(), ...facts } });
}

export type PlanFacts = {
  number?: number;
  name?: string;
  unitAmount?: number;
  currency?: string;
  activationLimit?: number | null;
  termDays?: number | null;
  billingInterval?: 'month' | 'year' | null;
  trialDays?: number | null;
};

/** A published product with its plans (one of 3 places for a year, unless told otherwise). */
export async function aProduct(
  facts: { number?: number; title?: string; legacyTitle?: string; plans?: PlanFacts[] } = {},
) {
  const { plans = [{}], number, ...rest } = facts;
  return inTransaction(async (tx) => {
    const id = crypto.randomUUID();
    const reserved = await tx.catalogNumber.create({ data: { productId: id, ...(number ? { number } : {}) } });
    const product = await tx.product.create({
      data: {
        id,
        number: reserved.number,
        slug: `p-${unique()}`,
        title: 'Acme Backup',
        publishedAt: now(),
        createdAt: now(),
        ...rest,
      },
    });
    const made = [];
    for (const [position, plan] of plans.entries()) made.push(await aPlanOf(tx, product, plan, position));
    return { ...product, plans: made, plan: first(made) };
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0];

async function aPlanOf(tx: Tx, product: { id: string; number: number }, facts: PlanFacts, position: number) {
  const { number: wanted, ...rest } = facts;
  const known = wanted === product.number;
  const reserved = known
    ? undefined
    : await tx.catalogNumber.create({ data: { productId: product.id, ...(wanted ? { number: wanted } : {}) } });
  return tx.plan.create({
    data: {
      productId: product.id,
      number: reserved?.number ?? product.number,
      name: 'Standard',
      position,
      unitAmount: 4900,
      currency: 'usd',
      activationLimit: 3,
      termDays: 365,
      createdAt: now(),
      ...(rest.billingInterval ? { termDays: null } : {}),
      ...rest,
    },
  });
}

/** A paid order for some plans, without keys. */
export async function anOrder(facts: {
  customerId: string;
  items: {
    plan: {
      id: string;
      productId: string;
      unitAmount: number;
      activationLimit: number | null;
      termDays: number | null;
    };
    quantity?: number;
  }[];
  number?: number;
  at?: Date;
}) {
  const at = facts.at ?? now();
  const total = facts.items.reduce((sum, item) => sum + item.plan.unitAmount * (item.quantity ?? 1), 0);
  return db().order.create({
    data: {
      customerId: facts.customerId,
      status: 'paid',
      currency: 'usd',
      subtotalAmount: total,
      totalAmount: total,
      placedAt: at,
      paidAt: at,
      ...(facts.number === undefined ? {} : { number: facts.number }),
      items: {
        create: facts.items.map(({ plan, quantity = 1 }, position) => ({
          position,
          productId: plan.productId,
          planId: plan.id,
          productTitle: 'Acme Backup',
          planName: 'Standard',
          quantity,
          unitAmount: plan.unitAmount,
          currency: 'usd',
          totalAmount: plan.unitAmount * quantity,
          activationLimit: plan.activationLimit,
          termDays: plan.termDays,
        })),
      },
    },
    include: { items: { orderBy: { position: 'asc' } } },
  });
}

export type ResourceWish = {
  activationLimit?: number | null;
  termDays?: number | null;
  quantity?: number;
  customerId?: string;
  product?: Awaited<ReturnType<typeof aProduct>>;
  productOrderApiKey?: string;
  masterApiKey?: string;
  orderNumber?: number;
  resourceNumber?: number;
  at?: Date;
  /** Makes it a subscription's. */
  firstPeriod?: NonNullable<PaidItem['firstPeriod']>;
};

/** One API Resource as a purchase makes it, with both its keys in clear. */
export async function aResource(wish: ResourceWish = {}) {
  const at = wish.at ?? now();
  const terms = {
    activationLimit: wish.activationLimit === undefined ? 3 : wish.activationLimit,
    termDays: wish.termDays ?? null,
  };
  const product = wish.product ?? (await aProduct({ plans: [terms] }));
  const customerId = wish.customerId ?? (await aCustomer()).id;
  const order = await anOrder({
    customerId,
    items: [{ plan: { ...product.plan, ...terms }, quantity: wish.quantity ?? 1 }],
    at,
    ...(wish.orderNumber === undefined ? {} : { number: wish.orderNumber }),
  });
  const item = first(order.items);
  const { issued } = await inTransaction((tx) =>
    issueKeys(tx, {
      customerId,
      at,
      actor: bySystem,
      ...(wish.masterApiKey === undefined ? {} : { masterApiKey: wish.masterApiKey }),
      items: [
        {
          orderItemId: item.id,
          productId: product.id,
          planId: product.plan.id,
          quantity: item.quantity,
          ...terms,
          ...(wish.productOrderApiKey === undefined ? {} : { productOrderApiKey: wish.productOrderApiKey }),
          ...(wish.resourceNumber === undefined ? {} : { number: wish.resourceNumber }),
          ...(wish.firstPeriod ? { firstPeriod: wish.firstPeriod } : {}),
        },
      ],
    }),
  );
  const made = first(issued);
  const master = await readMasterKey(customerId);
  if (!master) throw new Error('No master API key was made');
  return {
    key: made.productOrderApiKey,
    masterKey: master.key,
    resourceId: made.apiResourceId,
    resourceNumber: made.number,
    orderItemId: item.id,
    orderId: order.id,
    orderNumber: order.number,
    customerId,
    product,
    productNumber: product.number,
    planNumber: product.plan.number,
  };
}

/** The first of a list that cannot be empty. */
export function first<T>(list: readonly T[]): T {
  const [value] = list;
  if (value === undefined) throw new Error('The list is empty');
  return value;
}
