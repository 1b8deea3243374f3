const WEAK_BELOW_BITS = 64;

/** Whether a key can be guessed: fewer than 64 bits (security.md T3). `known` as below. */
export function isWeakKey(key: string, known = 0): boolean {
  return estimateKeyEntropy(key, known) < WEAK_BELOW_BITS;
}

/**
 * How many bits somebody must guess who knows how the store's keys look: letters and digits that do not follow from the two
 * before them (1234, AAAA), each out of the smallest set that holds them all. `known` characters at the front, which all
 * keys of a list share, count for nothing. An estimate on the safe side: it knows no words and no dates.
 */
export function estimateKeyEntropy(key: string, known = 0): number {
  const characters = [...key].slice(known).filter((character) => /[\p{L}\p{N}]/u.test(character));
  const open = characters.filter((_, i) => !continuesRun(characters, i));
  return open.length * Math.log2(sizeOfSet(characters));
}

/** How many characters at the front all of these keys share. One key alone shares nothing. */
export function sharedFront(keys: readonly string[]): number {
  const [first, ...rest] = keys;
  if (first === undefined || rest.length === 0) return 0;
  const characters = [...first];
  let shared = characters.length;
  for (const key of rest) {
    let i = 0;
    for (const character of key) {
      if (i >= shared || character !== characters[i]) break;
      i++;
    }
    shared = i;
  }
  return shared;
}

function continuesRun(characters: string[], i: number): boolean {
  const [a, b, c] = characters.slice(Math.max(0, i - 2), i + 1).map((character) => character.codePointAt(0) ?? 0);
  if (a === undefined || b === undefined || c === undefined) return false;
  return Math.abs(c - b) <= 1 && c - b === b - a;
}

const SETS: readonly (readonly [pattern: RegExp, size: number])[] = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$/, 16],
  [/^[0-9A-F]*$/, 16],
  [/^[a-z]*$|^[A-Z]*$/, 26],
  [/^[0-9a-z]*$|^[0-9A-Z]*$/, 36],
];

function sizeOfSet(characters: string[]): number {
  const text = characters.join('');
  return SETS.find(([pattern]) => pattern.test(text))?.[1] ?? 62;
}
