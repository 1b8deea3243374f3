import type { Actor } from '../../audit/record-audit';
import { now } from '../../clock';
import { db, inTransaction } from '../../db/client';
import { isUuid } from '../../db/uuid';
import { readSubscriptionStanding } from '../../payments/read-subscription-standing';
import { type SubscriptionUpdate, updateSubscription } from '../../payments/update-subscription';
import { applySubscription } from './apply-subscription';
import { type SubscriptionRow, type Told, withRights } from './subscription-row';

export type SubscriptionAsk = {
  /** The row's id. */
  subscriptionId: string;
  /** Whose it has to be; `anyone` is for admins. Another's subscription is not found. */
  owner: { customerId: string } | 'anyone';
  actor: Actor;
  at?: Date;
};

export type SubscriptionRefusal =
  | 'subscription_not_found'
  | 'subscription_ended'
  /** Nothing was changed, or it is not known: asking again is safe. */
  | 'payments_unreachable'
  /** The card did not pay what a dearer plan costs at once: nothing was changed. */
  | 'payment_refused'
  /** `detail` has Stripe's own words. */
  | 'refused_by_stripe';

export type SubscriptionRefused<Extra extends string = never> = {
  ok: false;
  reason: SubscriptionRefusal | Extra;
  detail?: string;
};

/** pending: Stripe has changed it, and its event will bring what could not be read back at once. */
export type SubscriptionChanged = { ok: true; state: 'applied' | 'pending' };

/** The subscription that is asked about, if it is this owner's. */
export async function findSubscription({
  subscriptionId,
  owner,
}: SubscriptionAsk): Promise<SubscriptionRow | undefined> {
  if (!isUuid(subscriptionId)) return undefined;
  const whose = owner === 'anyone' ? {} : { customerId: owner.customerId };
  return (
    (await db().subscription.findFirst({ where: { id: subscriptionId, ...whose }, include: withRights })) ?? undefined
  );
}

/** One that runs and that Stripe knows, or why not. */
export async function findRunning(
  ask: SubscriptionAsk,
): Promise<{ ok: true; row: SubscriptionRow; stripeId: string } | SubscriptionRefused> {
  const row = await findSubscription(ask);
  if (!row) return { ok: false, reason: 'subscription_not_found' };
  if (row.status === 'cancelled' || row.stripeSubscriptionId === null)
    return { ok: false, reason: 'subscription_ended' };
  return { ok: true, row, stripeId: row.stripeSubscriptionId };
}

/** The same for what would let it go on: that of a deleted account only comes to its end. */
export async function findContinuing(ask: SubscriptionAsk): ReturnType<typeof findRunning> {
  const found = await findRunning(ask);
  if (!found.ok) return found;
  const where = { id: found.row.customerId, deletedAt: { not: null } };
  const isNobodys = (await db().customer.count({ where })) > 0;
  return isNobodys ? { ok: false, reason: 'subscription_ended' } : found;
}

/**
 * Changes a subscription at Stripe and brings the store to what Stripe then says. Of two presses only one changes anything,
 * and a press after a refusal is a new try: the request names what was known when it was asked, and every answer of Stripe,
 * also a refusal, is followed by reading it anew (ADR 0114).
 */
export async function changeAtStripe(
  { row, stripeId }: { row: SubscriptionRow; stripeId: string },
  update: SubscriptionUpdate,
  { actor, at = now() }: Pick<SubscriptionAsk, 'actor' | 'at'>,
): Promise<SubscriptionChanged | SubscriptionRefused> {
  const requestId = `${update.kind}-${row.id}-${row.readAt?.getTime() ?? 0}`;
  const made = await updateSubscription(stripeId, update, requestId);
  // It may still be done: only under the same key is it safe to ask again, so nothing that the key is made of may move.
  if (!made.ok && made.reason === 'payments_unreachable') return { ok: false, reason: made.reason };
  // What a refused person finds changed was changed by others.
  const by: Actor = made.ok ? actor : { kind: 'system', via: `reconcile:${row.id}` };
  const isRead = await readBack(stripeId, { at, actor: by });
  if (made.ok) return { ok: true, state: isRead ? 'applied' : 'pending' };
  if (made.reason === 'refused') return { ok: false, reason: 'refused_by_stripe', detail: made.detail };
  return { ok: false, reason: made.reason };
}

/** False when Stripe does not answer now: what it has done comes with its event. */
async function readBack(stripeId: string, told: Told): Promise<boolean> {
  const standing = await readSubscriptionStanding(stripeId).catch(() => undefined);
  if (!standing) return false;
  await inTransaction((tx) => applySubscription(tx, standing, told));
  return true;
}
