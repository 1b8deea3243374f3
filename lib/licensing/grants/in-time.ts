import type { Grant } from './grant-fact';

/** The facts that count: without those that were undone. */
export function withoutUndone<G extends Grant>(recorded: readonly G[]): G[] {
  const undone = new Set(recorded.flatMap(({ fact }) => (fact.kind === 'undo' ? [fact.of] : [])));
  return recorded.filter(({ cause }) => !undone.has(cause));
}

/** As it happened, whatever order it was told in. */
export function sortByTime<G extends Grant>(grants: readonly G[]): G[] {
  return [...grants].sort(byTime);
}

// Kind and cause decide between facts of one instant, so that the order of arrival does not.
function byTime(a: Grant, b: Grant): number {
  const [left, right] = [`${a.fact.kind} ${a.cause}`, `${b.fact.kind} ${b.cause}`];
  return a.happenedAt.getTime() - b.happenedAt.getTime() || (left < right ? -1 : Number(left > right));
}
