import { type BoughtThing, thingBlocks, thingName } from './bought-thing';
import { formatDay } from './format';
import type { MailContent } from './mail-content';

type EndingFacts = {
  things: BoughtThing[];
  at: Date;
  endsAt: Date;
  /** A subscription that was cancelled: it is taken up again, not renewed. */
  isSubscription: boolean;
  /** Until when the same keys can be renewed; null: they cannot. */
  renewableUntil: Date | null;
  renewUrl: string;
};

const DAY_MS = 86_400_000;

/** Fixed terms and cancelled subscriptions: the end is near, or was yesterday. */
export function licenceEndingMail(facts: EndingFacts): MailContent {
  const { things, at, endsAt, renewUrl } = facts;
  const isOver = endsAt <= at;
  const name = thingName(things);
  const heading = isOver ? `Your licence ended on ${formatDay(endsAt)}` : `Your licence ends ${inDays(at, endsAt)}`;
  const what = isOver
    ? `The licence for ${name} ended on ${formatDay(endsAt)}. Its keys have stopped working; your activations are kept.`
    : `The licence for ${name} ends on ${formatDay(endsAt)}. Its keys stop working on that day.`;
  return {
    subject: `${heading}: ${name}`,
    heading,
    blocks: [
      { kind: 'paragraph', text: what },
      ...thingBlocks(things),
      { kind: 'paragraph', text: goOn(facts, isOver) },
    ],
    button: { label: facts.isSubscription ? 'View your subscription' : 'See how to renew', url: renewUrl },
    reason: 'You get this mail because a licence of yours has an end.',
  };
}

function goOn({ isSubscription, renewableUntil }: EndingFacts, isOver: boolean): string {
  if (isSubscription) return 'You cancelled its subscription. To go on, look at it in your account.';
  if (isOver && !renewableUntil) return 'To go on, buy it again in the store.';
  const until = isOver && renewableUntil ? ` until ${formatDay(renewableUntil)}` : '';
  return `You can renew it${until}. Key and activations stay the same, and no day that is left is lost.`;
}

function inDays(at: Date, endsAt: Date): string {
  const days = Math.ceil((endsAt.getTime() - at.getTime()) / DAY_MS);
  return days <= 1 ? 'within a day' : `in ${days} days`;
}

/** A fixed term was renewed by hand. */
export function licenceRenewedMail(facts: {
  things: BoughtThing[];
  expiresAt: Date | null;
  keysUrl: string;
}): MailContent {
  const name = thingName(facts.things);
  const until = facts.expiresAt ? `until ${formatDay(facts.expiresAt)}` : 'without an end';
  return {
    subject: `Your licence is renewed: ${name}`,
    heading: 'Your licence is renewed',
    blocks: [
      { kind: 'paragraph', text: `The licence for ${name} is valid ${until}.` },
      { kind: 'paragraph', text: 'Your keys and activations stay as they are, so there is nothing to change.' },
    ],
    button: { label: 'View API Keys', url: facts.keysUrl },
    reason: 'You get this mail because you renewed this licence.',
  };
}
