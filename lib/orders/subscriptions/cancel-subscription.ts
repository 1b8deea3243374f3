import {
  changeAtStripe,
  findRunning,
  type SubscriptionAsk,
  type SubscriptionChanged,
  type SubscriptionRefused,
} from './ask-stripe';

/**
 * Ends a subscription with the period that is paid: until then everything works, and it can be kept after all
 * (`keepSubscription`). One that is to end already stays as it is.
 */
export async function cancelSubscription(ask: SubscriptionAsk): Promise<SubscriptionChanged | SubscriptionRefused> {
  const found = await findRunning(ask);
  if (!found.ok) return found;
  if (found.row.cancelAt !== null) return { ok: true, state: 'applied' };
  return changeAtStripe(found, { kind: 'cancel' }, ask);
}
