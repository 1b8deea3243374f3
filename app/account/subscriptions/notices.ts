import type { StartRenewalResult } from '@/lib/orders/start-renewal';
import type { changeSubscriptionPlan } from '@/lib/orders/subscriptions/change-subscription-plan';
import type { openBillingPortal } from '@/lib/orders/subscriptions/open-billing-portal';
import type { pauseSubscription } from '@/lib/orders/subscriptions/pause-subscription';

type Answered<Ask extends (...args: never[]) => unknown> = Awaited<ReturnType<Ask>>;

/** What asking for a change of a subscription came to. */
export type Changed = Answered<typeof changeSubscriptionPlan> | Answered<typeof pauseSubscription>;

type Refused = Extract<Changed | Answered<typeof openBillingPortal> | StartRenewalResult, { ok: false }>['reason'];

const GOOD = ['cancelled', 'kept', 'paused', 'resumed', 'plan_changed', 'pending'] as const;
const WARN = [
  'subscription_not_found',
  'subscription_ended',
  'payments_unreachable',
  'payment_refused',
  'refused_by_stripe',
  'in_trial',
  'payment_owed',
  'item_not_found',
  'plan_not_offered',
  'other_interval',
  'nothing_chosen',
  'licence_not_found',
  'mixed_currencies',
  'price_changed',
  'too_many_attempts',
  'form_stale',
  'not_yet',
  'cannot_renew',
] as const;

/** What the page says after an action; in its address, so that it works without JavaScript. */
export type Notice = (typeof GOOD)[number] | (typeof WARN)[number];

const tones = [...GOOD.map((code) => [code, 'good'] as const), ...WARN.map((code) => [code, 'warn'] as const)];

/** Every notice with its words. */
export const NOTICES = Object.fromEntries(
  tones.map(([code, tone]) => [code, { tone, key: `renewals.notice.${code}` as const }]),
);

/** The notice for a refusal: why a licence cannot be renewed stands beside it in the list. */
export function noticeOf(reason: Refused): Notice {
  return WARN.find((code) => code === reason) ?? 'cannot_renew';
}
