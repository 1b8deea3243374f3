import { z } from 'zod';
import type { ManageRefusal } from './refusal';

/** The two parameters of every list: `querySchema: pageQuery.extend({ … })`. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('How many at once, 1 to 100.'),
  cursor: z.string().max(400).optional().describe('`next_cursor` of the page before.'),
});

/** What a list answers. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    next_cursor: z.string().nullable().describe('For `cursor`; null on the last page.'),
  });
}

/** What `lib/db/keyset-page` wants of a reader. */
export function pageWish(query: { limit: number; cursor?: string | undefined }): {
  after: string | undefined;
  size: number;
} {
  return { after: query.cursor, size: query.limit };
}

/** One page as it is told; a cursor that was cut off or belongs to another list is a fault of the request. */
export function presentPage<Row, Item>(
  page: { rows: readonly Row[]; next: string | undefined; isCursorBroken: boolean },
  present: (row: Row) => Item,
): { ok: true; body: { data: Item[]; next_cursor: string | null } } | { ok: false; refusal: ManageRefusal } {
  if (page.isCursorBroken) {
    const errors = [{ field: 'cursor', problem: 'is no cursor of this list' }];
    return { ok: false, refusal: { reason: 'invalid_request', errors } };
  }
  return { ok: true, body: { data: page.rows.map(present), next_cursor: page.next ?? null } };
}
