import { db } from '../../db/client';
import {
  changeAtStripe,
  findContinuing,
  findSubscription,
  type SubscriptionAsk,
  type SubscriptionChanged,
  type SubscriptionRefused,
} from './ask-stripe';

export type PlanChoice = {
  planNumber: number;
  name: string;
  /** Minor units, for each unit and period. */
  unitAmount: number;
  currency: string;
  interval: 'month' | 'year';
  /** Null = unlimited. */
  activationLimit: number | null;
  isPresent: boolean;
};

export type PlanChangeWish = SubscriptionAsk & {
  /** The item of the subscription, as `listSubscriptions` names it. */
  itemId: string;
  planNumber: number;
  quantity?: number;
};

type Refusal =
  | 'item_not_found'
  /** No plan of that product that is sold, recurs and has the subscription's currency. */
  | 'plan_not_offered'
  /** All items of a subscription are billed in one rhythm. */
  | 'other_interval'
  | 'payment_owed';

/** The plans that an item can change to, and the one it has. Empty: not found, or of another owner. */
export async function listPlanChoices(ask: SubscriptionAsk & { itemId: string }): Promise<PlanChoice[]> {
  const row = await findSubscription(ask);
  const item = row?.items.find(({ id }) => id === ask.itemId);
  if (!row || !item) return [];
  const present = await db().plan.findUniqueOrThrow({ where: { id: item.planId } });
  const plans = await db().plan.findMany({
    where: { productId: present.productId, currency: row.currency, billingInterval: { not: null }, archivedAt: null },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
  });
  const isAlone = row.items.length === 1;
  return plans.flatMap(({ billingInterval: interval, ...plan }) =>
    interval === null || (!isAlone && interval !== present.billingInterval)
      ? []
      : [{ ...choiceOf(plan), interval, isPresent: plan.id === present.id }],
  );
}

function choiceOf(plan: {
  number: number;
  name: string;
  unitAmount: number;
  currency: string;
  activationLimit: number | null;
}) {
  const { number: planNumber, name, unitAmount, currency, activationLimit } = plan;
  return { planNumber, name, unitAmount, currency, activationLimit };
}

/**
 * Another plan of the same product, or another quantity, from now on: the same key, its places and end following. A dearer
 * one is charged for the rest of the period at once, and nothing changes if the card refuses; a cheaper one leaves credit
 * for the next invoices. Another interval begins a new period.
 */
export async function changeSubscriptionPlan(
  wish: PlanChangeWish,
): Promise<SubscriptionChanged | SubscriptionRefused<Refusal>> {
  const found = await findContinuing(wish);
  if (!found.ok) return found;
  const item = found.row.items.find(({ id }) => id === wish.itemId);
  if (!item?.stripeItemId) return { ok: false, reason: 'item_not_found' };
  if (found.row.status === 'past_due') return { ok: false, reason: 'payment_owed' };
  const choices = await listPlanChoices(wish);
  const plan = choices.find(({ planNumber }) => planNumber === wish.planNumber);
  if (!plan) return { ok: false, reason: await whyNot(found.row.items.length, wish.planNumber) };
  const quantity = wish.quantity ?? item.quantity;
  if (plan.isPresent && quantity === item.quantity) return { ok: true, state: 'applied' };
  const title = await db().product.findFirstOrThrow({ where: { plans: { some: { number: plan.planNumber } } } });
  const { planNumber, unitAmount, currency, interval } = plan;
  const name = `${title.title}, ${plan.name}`;
  const wanted = { itemId: item.stripeItemId, planNumber, name, unitAmount, currency, interval, quantity };
  return changeAtStripe(found, { kind: 'change_item', item: wanted }, wish);
}

async function whyNot(itemCount: number, planNumber: number): Promise<Refusal> {
  const plan = await db().plan.findUnique({ where: { number: planNumber } });
  return itemCount > 1 && plan?.billingInterval ? 'other_interval' : 'plan_not_offered';
}
