// As lib/db/count-at-most counts.
const COUNTED_TO = 10_000;

/** Whether a list has more rows than were counted: then its number is not told. */
export function isCountedOut(count: number): boolean {
  return count > COUNTED_TO;
}
