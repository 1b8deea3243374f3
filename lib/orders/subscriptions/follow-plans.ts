import { recordAudit } from '../../audit/record-audit';
import type { Tx } from '../../db/client';
import { changeGrants } from '../../licensing/grants/change-grants';
import type { Grant, GrantFact } from '../../licensing/grants/grant-fact';
import type { SubscriptionItemStanding, SubscriptionStanding } from '../../payments/subscription-standing';
import type { SubscriptionRow, Told } from './subscription-row';

type ItemRow = SubscriptionRow['items'][number];

/**
 * Plan and quantity of each item as they are at Stripe: the same key, with the places of the new plan. A price that no plan
 * of the store goes with leaves the plan as it is; the answer is what an admin should then look at.
 */
export async function followPlans(
  tx: Tx,
  { row, standing }: { row: SubscriptionRow; standing: SubscriptionStanding },
  told: Told,
): Promise<string | null> {
  const found = new Set<Found>();
  for (const item of [...row.items].sort(byRight)) {
    const is = standing.items.find(({ itemId }) => itemId === item.stripeItemId);
    found.add(is ? await followItem(tx, { item, is, readAt: standing.readAt }, told) : 'item_removed');
  }
  const known = new Set(row.items.map(({ stripeItemId }) => stripeItemId));
  if (standing.items.some(({ itemId }) => !known.has(itemId))) return 'item_unknown';
  if (found.has('item_removed')) return 'item_removed';
  // An unknown price stays noted until a plan of the store takes its place.
  if (found.has('price_unknown')) return 'price_unknown';
  return row.note === 'price_unknown' && !found.has('plan_followed') ? row.note : null;
}

type Found = 'same' | 'plan_followed' | 'price_unknown' | 'item_removed';

function byRight(a: ItemRow, b: ItemRow): number {
  return (rightOf(a) ?? '') < (rightOf(b) ?? '') ? -1 : 1;
}

function rightOf({ orderItem }: ItemRow): string | undefined {
  return orderItem?.resource?.id;
}

async function followItem(
  tx: Tx,
  { item, is, readAt }: { item: ItemRow; is: SubscriptionItemStanding; readAt: Date },
  { at, actor }: Told,
): Promise<Found> {
  const now = await tx.plan.findUniqueOrThrow({ where: { id: item.planId } });
  const named = is.planNumber === null ? null : await tx.plan.findUnique({ where: { number: is.planNumber } });
  // A plan of another product would be another right: only an admin can sort that out.
  const plan = named && named.productId === now.productId ? named : now;
  const isSamePlan = plan.id === now.id;
  const isOtherPrice = is.unitAmount !== item.unitAmount || is.every.interval !== now.billingInterval;
  const found = isSamePlan ? (isOtherPrice ? 'price_unknown' : 'same') : 'plan_followed';
  const { quantity, unitAmount } = is;
  if (isSamePlan && quantity === item.quantity && unitAmount === item.unitAmount) return found;
  await tx.subscriptionItem.update({ where: { id: item.id }, data: { planId: plan.id, quantity, unitAmount } });
  await recordAudit(tx, {
    at,
    actor,
    action: 'subscription.change_plan',
    objectKind: 'subscription',
    objectId: item.subscriptionId,
    before: { planId: item.planId, quantity: item.quantity },
    after: { planId: plan.id, quantity },
  });
  const apiResourceId = rightOf(item);
  if (apiResourceId && (!isSamePlan || quantity !== item.quantity)) {
    const facts = (known: readonly Grant[]): Grant[] => {
      const placesPerUnit = isSamePlan ? placesSold(known) : plan.activationLimit;
      const fact: GrantFact = { kind: 'plan_change', planId: plan.id, units: quantity, placesPerUnit };
      return [{ cause: `subscription_item:${is.itemId}:${readAt.toISOString()}`, happenedAt: readAt, fact }];
    };
    await changeGrants(tx, { apiResourceId, facts, at, actor });
  }
  return found;
}

/** More of the same plan is more of what was sold, whatever the plan says to new buyers. */
function placesSold(known: readonly Grant[]): number | null {
  const sold = known.flatMap(({ fact }) =>
    fact.kind === 'purchase' || fact.kind === 'plan_change' ? [fact.placesPerUnit] : [],
  );
  const last = sold.at(-1);
  return last === undefined ? null : last;
}
