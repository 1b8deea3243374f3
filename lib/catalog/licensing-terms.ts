/** What a right is bought with: places for each unit (null = unlimited), days of use (null = lifetime), days of updates. */
export type LicensingTerms = { activationLimit: number | null; termDays: number | null; updateDays: number | null };

export const TERM_NAMES = ['activationLimit', 'termDays', 'updateDays'] as const satisfies (keyof LicensingTerms)[];
export type TermName = (typeof TERM_NAMES)[number];

const MOST_PLACES = 100_000;
/** A hundred years; whoever means longer means lifetime. */
const MOST_DAYS = 36_500;

/** Whether a plan can have so many places for each unit. */
export function isLimit(places: number | null): boolean {
  return places === null || isWithin(places, MOST_PLACES);
}

/** Whether a right or its updates can last so many days. */
export function isDays(days: number | null): boolean {
  return days === null || isWithin(days, MOST_DAYS);
}

/** Whether a value can be kept under this name. */
export function isTerm(name: TermName, value: number | null): boolean {
  return name === 'activationLimit' ? isLimit(value) : isDays(value);
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}
