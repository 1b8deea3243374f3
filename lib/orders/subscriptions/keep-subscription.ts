import {
  changeAtStripe,
  findContinuing,
  type SubscriptionAsk,
  type SubscriptionChanged,
  type SubscriptionRefused,
} from './ask-stripe';

/** Withdraws a planned end: the subscription goes on. One without a planned end stays as it is. */
export async function keepSubscription(ask: SubscriptionAsk): Promise<SubscriptionChanged | SubscriptionRefused> {
  const found = await findContinuing(ask);
  if (!found.ok) return found;
  if (found.row.cancelAt === null) return { ok: true, state: 'applied' };
  return changeAtStripe(found, { kind: 'keep' }, ask);
}
