import { z } from 'zod';
import type { Caller } from '../../../../access-keys/caller';
import type { Actor } from '../../../../audit/record-audit';
import { pageOf, pageQuery, presentPage } from '../paging';
import type { ManageRefusal } from '../refusal';

const LARGEST_NUMBER = 2_147_483_647;
const FIRST_YEAR = 1970;
const LAST_YEAR = 9_999;

/** The number of an order, a licence, a customer or a product, from a path or a query. */
export const rowNumber = z.coerce.number().int().min(1).max(LARGEST_NUMBER);

/** A path that ends in such a number. */
export const numberPath = z.object({ number: rowNumber });

/** What a filter of yes or no takes. */
export const yesOrNo = z.enum(['true', 'false']);

/** Text from outside: PostgreSQL can hold neither NUL nor half a character. */
export function words(most: number) {
  return z
    .string()
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'must be plain text');
}

/** An instant from outside, within the years that a date can be stored and compared. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => isStorable(new Date(text)), `must lie between ${FIRST_YEAR} and ${LAST_YEAR}`);

function isStorable(at: Date): boolean {
  return at.getUTCFullYear() >= FIRST_YEAR && at.getUTCFullYear() <= LAST_YEAR;
}

/** A text that a list is searched for. A key has no place in an address: `POST /admin/find` takes it. */
export const searched = words(200).refine((text) => !/^\s*lk[a-z]_/.test(text), 'must not be a key');

/** What a list is asked besides its filters. */
export const pageFields = pageQuery.shape;

/** A page's wish in the words of the lists. */
export function keysetWish({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
  return { after: cursor, size: limit };
}

/** What a list answers. */
export const listOf = pageOf;

type Page<Row> = { rows: Row[]; previous: string | undefined; next: string | undefined; isCursorBroken: boolean };

/** The answer to a list. A cursor beyond rows that are gone since is the end, and no reason to begin again. */
export function answerPage<Row, Item>(
  page: Page<Row>,
  { cursor }: { cursor?: string | undefined },
  present: (row: Row) => Item,
) {
  const isOver = cursor !== undefined && page.previous === undefined && !page.isCursorBroken;
  return presentPage(isOver ? { ...page, rows: [], next: undefined } : page, present);
}

/** "No", as an operation answers it. */
export function refuse(refusal: ManageRefusal) {
  return { ok: false as const, refusal };
}

/** A member of the request that cannot be granted. */
export function fault(field: string, problem: string) {
  return refuse({ reason: 'invalid_request', errors: [{ field, problem }] });
}

/** Not there, or somebody else's. */
export const notFound = refuse({ reason: 'not_found' });

/** The caller as changes by a person know who did it. */
export function actorOf(caller: Caller): Actor & { id: string } {
  return { ...caller.actor, id: caller.customerId };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A filter of only what was asked. */
export function given<T extends object>(asked: T): Given<T> {
  // What stays is of its own member's type: only undefined ones were taken out.
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** A word of yes or no as a filter has it. */
export function isYes(word: 'true' | 'false' | undefined): boolean | undefined {
  return word === undefined ? undefined : word === 'true';
}

/** An instant of an answer. */
export function isoOf(at: Date): string;
export function isoOf(at: Date | null | undefined): string | null;
export function isoOf(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}

/** How answers write instants, and instants that may be missing. */
export const told = z.iso.datetime();
export const maybeTold = told.nullable();
