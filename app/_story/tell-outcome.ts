import type { Standing } from '@/lib/licensing/grants/compute-standing';
import type { StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { text } from '../_texts/text';
import { dayIn } from './day-in';

type Terms = Extract<Standing, { isRevoked: false }>;

/** What a step came to: at the beginning all of it, afterwards what became different. */
export function tellOutcome({ before, after }: Pick<StoryStep, 'before' | 'after'>): string {
  if (after.isRevoked) return text(before?.isRevoked ? 'story.is.same' : 'story.is.revoked');
  if (before === undefined) return beginWords(after);
  if (before.isRevoked) return text('story.is.restored', { begin: beginWords(after) });
  const changed = changesBetween(before, after);
  return changed.length === 0 ? text('story.is.same') : changed.join(', ');
}

/** Its places in words. */
export function tellPlaces({ activationLimit }: Pick<Terms, 'activationLimit'>): string {
  if (activationLimit === null) return text('story.is.placesUnlimited');
  return text('story.is.places', { count: activationLimit });
}

function beginWords(terms: Terms): string {
  const begin = text('story.is.begin', { places: tellPlaces(terms), term: endWords(terms) });
  return [
    begin,
    ...(terms.updatesUntil ? [updatesWords(terms)] : []),
    ...(terms.graceUntil ? [graceWords(terms)] : []),
    ...(terms.isSuspended ? [text('story.is.suspended')] : []),
  ].join(', ');
}

function changesBetween(was: Terms, is: Terms): string[] {
  return [
    was.activationLimit === is.activationLimit ? undefined : tellPlaces(is),
    isSame(was.expiresAt, is.expiresAt) ? undefined : endWords(is),
    isSame(was.updatesUntil, is.updatesUntil) ? undefined : updatesWords(is),
    isSame(was.graceUntil, is.graceUntil) ? undefined : graceWords(is),
    was.isSuspended === is.isSuspended ? undefined : text(is.isSuspended ? 'story.is.suspended' : 'story.is.resumed'),
  ].filter((words) => words !== undefined);
}

function endWords({ expiresAt }: Terms): string {
  return expiresAt ? text('story.is.until', { endDay: dayIn(expiresAt) }) : text('story.is.lifetime');
}

function updatesWords({ updatesUntil }: Terms): string {
  return updatesUntil ? text('story.is.updates', { endDay: dayIn(updatesUntil) }) : text('story.is.updatesAlways');
}

function graceWords({ graceUntil }: Terms): string {
  return graceUntil ? text('story.is.grace', { endDay: dayIn(graceUntil) }) : text('story.is.graceOver');
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
