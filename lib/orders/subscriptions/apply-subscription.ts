import type { Tx } from '../../db/client';
import type { SubscriptionStanding } from '../../payments/subscription-standing';
import { followStanding, warnOfTrialEnd } from './follow-standing';
import { lockSubscription, type Told } from './subscription-row';

/** Brings a subscription that has its order to how it stands at Stripe, inside the caller's transaction. */
export async function applySubscription(
  tx: Tx,
  standing: SubscriptionStanding,
  told: Told,
): Promise<'subscription_followed' | 'nothing_to_do' | 'subscription_unknown'> {
  const row = await lockSubscription(tx, standing);
  if (!row) return 'subscription_unknown';
  await warnOfTrialEnd(tx, row, standing, told.at);
  return followStanding(tx, { row, standing }, told);
}
