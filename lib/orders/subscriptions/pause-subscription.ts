import {
  changeAtStripe,
  findContinuing,
  type SubscriptionAsk,
  type SubscriptionChanged,
  type SubscriptionRefused,
} from './ask-stripe';

/**
 * Stops collecting: what is paid for is used up, then the right ends, and lives again with the next paid period after
 * `resumeSubscription`. Only one whose payments are in order can be paused.
 */
export async function pauseSubscription(
  ask: SubscriptionAsk,
): Promise<SubscriptionChanged | SubscriptionRefused<'in_trial' | 'payment_owed'>> {
  const found = await findContinuing(ask);
  if (!found.ok) return found;
  const { isPaused, status } = found.row;
  if (isPaused) return { ok: true, state: 'applied' };
  if (status !== 'active') return { ok: false, reason: status === 'trialing' ? 'in_trial' : 'payment_owed' };
  return changeAtStripe(found, { kind: 'pause' }, ask);
}
