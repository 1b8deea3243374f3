import { expect, test } from 'vitest';
import { computeStanding } from '@/lib/licensing/grants/compute-standing';
import { aLife, aSubscription, seeded } from '../../support/grant-lives';

function shuffled<T>(list: readonly T[], random: (below: number) => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random(left.length), 1));
}

test.each([
  ['a right renewed by hand', aLife],
  ['a subscription', aSubscription],
])('%s comes to the same in whatever order its facts are told', (_name, live) => {
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seeded(seed);
    const life = live(random);
    const told = computeStanding(life);
    outcomes.add(JSON.stringify(told));
    for (let time = 0; time < 5; time += 1) {
      expect(computeStanding(shuffled(life, random)), `seed ${seed}`).toEqual(told);
    }
  }
  // The lives are such that the rule has something to decide.
  expect(outcomes.size).toBeGreaterThan(5);
});
