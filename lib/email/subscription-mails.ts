import { type BoughtThing, thingBlocks, thingName } from './bought-thing';
import { formatDay } from './format';
import type { MailContent } from './mail-content';

type SubscriptionFacts = { things: BoughtThing[]; subscriptionsUrl: string };

const REASON = 'You get this mail because you have this subscription.';

/** The next period of a subscription is paid. */
export function subscriptionRenewedMail(facts: SubscriptionFacts & { paidUntil: Date }): MailContent {
  const { things, paidUntil, subscriptionsUrl } = facts;
  return {
    subject: `Your subscription is renewed: ${thingName(things)}`,
    heading: 'Your subscription is renewed',
    blocks: [
      {
        kind: 'paragraph',
        text: `The payment for ${thingName(things)} arrived. It is paid until ${formatDay(paidUntil)} and renews by itself on that day.`,
      },
      ...thingBlocks(things),
      { kind: 'paragraph', text: 'Your keys and activations stay as they are.' },
    ],
    button: { label: 'View your subscription', url: subscriptionsUrl },
    reason: REASON,
  };
}

type FailedFacts = SubscriptionFacts & { graceUntil: Date | null; payUrl: string | null };

/** A renewal was not paid; what is bought works until the end of the grace. */
export function renewalPaymentFailedMail(facts: FailedFacts): MailContent {
  const { things, graceUntil, payUrl, subscriptionsUrl } = facts;
  const what = graceUntil
    ? `Everything works as before until ${formatDay(graceUntil)}. If the payment has not arrived by then, your keys stop working.`
    : 'Your keys have stopped working. They work again as soon as the payment arrives.';
  return {
    subject: `The renewal payment failed: ${thingName(things)}`,
    heading: 'Your renewal payment did not go through',
    blocks: [
      { kind: 'paragraph', text: `We could not collect the payment that renews ${thingName(things)}.` },
      ...thingBlocks(things),
      { kind: 'paragraph', text: `${what} You can pay now, with another card if you like.` },
    ],
    button: payUrl
      ? { label: 'Pay this renewal', url: payUrl }
      : { label: 'Pay in your account', url: subscriptionsUrl },
    reason: REASON,
  };
}

/** A subscription will not renew any more. */
export function subscriptionCancelledMail(facts: SubscriptionFacts & { endsAt: Date; hasEnded: boolean }): MailContent {
  const { things, endsAt, hasEnded, subscriptionsUrl } = facts;
  const when = hasEnded
    ? `It ended on ${formatDay(endsAt)}, and its keys have stopped working.`
    : `What you paid for stays yours: its keys work until ${formatDay(endsAt)}, and you are not charged again.`;
  return {
    subject: `Your subscription is cancelled: ${thingName(things)}`,
    heading: 'Your subscription is cancelled',
    blocks: [
      { kind: 'paragraph', text: `The subscription for ${thingName(things)} does not renew any more. ${when}` },
      ...thingBlocks(things),
    ],
    button: { label: 'View your subscription', url: subscriptionsUrl },
    reason: REASON,
  };
}

/** A trial is about to become a paid subscription. */
export function trialEndingMail(facts: SubscriptionFacts & { endsAt: Date }): MailContent {
  const { things, endsAt, subscriptionsUrl } = facts;
  return {
    subject: `Your trial ends on ${formatDay(endsAt)}: ${thingName(things)}`,
    heading: `Your trial ends on ${formatDay(endsAt)}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `The trial of ${thingName(things)} ends on ${formatDay(endsAt)}. The first payment is collected then, and the same keys go on working.`,
      },
      ...thingBlocks(things),
      { kind: 'paragraph', text: 'If you do not want to go on, cancel before that day and you are not charged.' },
    ],
    button: { label: 'View your subscription', url: subscriptionsUrl },
    reason: REASON,
  };
}
