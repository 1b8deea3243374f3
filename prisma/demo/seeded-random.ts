/** Chance that comes out the same in every store: only what hangs on it may be seeded, never a key or a password. */
export type SeededRandom = {
  /** At least 0, less than 1. */
  next: () => number;
  /** A whole number from 0 to `end` - 1. */
  below: (end: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** One of the values, by weight. */
  weighed: <T>(choices: readonly (readonly [value: T, weight: number])[]) => T;
  shuffled: <T>(list: readonly T[]) => T[];
  hex: (digits: number) => string;
};

/** Mulberry32: 32 bits of state, enough to draw a demo store. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (list) => at(list, below(list.length)),
    weighed: (choices) => at(choices, weighedIndex(next(), choices.map(weightOf)))[0],
    shuffled: (list) => shuffle(list, below),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}

const weightOf = (choice: readonly [unknown, number]) => choice[1];

function weighedIndex(drawn: number, weights: number[]): number {
  let left = drawn * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

function shuffle<T>(list: readonly T[], below: (end: number) => number): T[] {
  const left = [...list];
  return list.map(() => at(left.splice(below(left.length), 1), 0));
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error('Nothing to draw from');
  return value;
}
