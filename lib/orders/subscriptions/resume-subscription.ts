import {
  changeAtStripe,
  findContinuing,
  type SubscriptionAsk,
  type SubscriptionChanged,
  type SubscriptionRefused,
} from './ask-stripe';

/** Collects again: with the next period, which is when a right that has ended meanwhile lives again. */
export async function resumeSubscription(ask: SubscriptionAsk): Promise<SubscriptionChanged | SubscriptionRefused> {
  const found = await findContinuing(ask);
  if (!found.ok) return found;
  if (!found.row.isPaused) return { ok: true, state: 'applied' };
  return changeAtStripe(found, { kind: 'resume' }, ask);
}
