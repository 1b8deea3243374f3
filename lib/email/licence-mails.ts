import { unreachable } from '../errors';
import { type BoughtThing, thingBlocks, thingName } from './bought-thing';
import { formatDay } from './format';
import type { MailContent } from './mail-content';

/** How one goes on after the end. */
export type GoingOn =
  | { kind: 'renew'; until: Date }
  /** The store offers it only nearer to the end. */
  | { kind: 'renew_later'; from: Date }
  /** A subscription that was cancelled. */
  | { kind: 'resume' }
  | { kind: 'buy_again' };

type EndingFacts = {
  things: BoughtThing[];
  at: Date;
  endsAt: Date;
  goingOn: GoingOn;
  renewUrl: string;
  storeUrl: string;
};

const DAY_MS = 86_400_000;

/** Fixed terms and cancelled subscriptions: the end is near, or was yesterday. */
export function licenceEndingMail(facts: EndingFacts): MailContent {
  const { things, at, endsAt, goingOn } = facts;
  const isOver = endsAt <= at;
  const [noun, its] = things.length > 1 ? ['licences', 'Their'] : ['licence', 'Its'];
  const verb = isOver ? 'ended' : things.length > 1 ? 'end' : 'ends';
  const heading = `Your ${noun} ${verb} ${isOver ? `on ${formatDay(endsAt)}` : inDays(at, endsAt)}`;
  const keys = isOver
    ? `${its} keys have stopped working; your activations are kept.`
    : `${its} keys stop working then.`;
  return {
    subject: `${heading}: ${thingName(things)}`,
    heading,
    blocks: [
      {
        kind: 'paragraph',
        text: `The ${noun} for ${thingName(things)} ${verb} on ${formatDay(endsAt)}. ${keys}`,
      },
      ...thingBlocks(things),
      { kind: 'paragraph', text: goOn(goingOn, isOver) },
    ],
    button: buttonOf(facts),
    reason: 'You get this mail because a licence of yours has an end.',
  };
}

const STAYS = 'Keys and activations stay the same';

function goOn(goingOn: GoingOn, isOver: boolean): string {
  switch (goingOn.kind) {
    case 'renew':
      return isOver
        ? `You can renew until ${formatDay(goingOn.until)}. ${STAYS}, and everything works again at once.`
        : `You can renew now. ${STAYS}, and no day that is left is lost.`;
    case 'renew_later':
      return `You can renew from ${formatDay(goingOn.from)} on. ${STAYS}.`;
    case 'resume':
      return 'You cancelled this subscription. If you want to go on, your account shows how.';
    case 'buy_again':
      return isOver ? 'To go on, buy it again in the store.' : 'To go on after that day, buy it again in the store.';
    default:
      return unreachable(goingOn);
  }
}

function buttonOf({ goingOn, renewUrl, storeUrl }: EndingFacts): { label: string; url: string } {
  if (goingOn.kind === 'buy_again') return { label: 'Go to the store', url: storeUrl };
  return { label: goingOn.kind === 'resume' ? 'View your subscription' : 'Renew', url: renewUrl };
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
