import { z } from 'zod';
import { type EditedProduct, readAdminProduct } from '../../../../../catalog/read-admin-product';
import type { ManageReply } from '../../operation';
import type { FieldFault, ManageRefusal } from '../../refusal';

export const instant = z.iso.datetime();
export const uuid = z.uuid();
const LARGEST_NUMBER = 2_147_483_647;
/** The number of a product or plan, in a body or an answer. */
export const number = z.int().min(1).max(LARGEST_NUMBER);
const numberInPath = z.coerce.number().int().min(1).max(LARGEST_NUMBER);

/** A number that a query must have. That it must, and that it is one, a coercing schema does not tell the document. */
export function wholeNumber(description: string) {
  const told = { description, type: 'integer' as const, minimum: 0, param: { required: true } };
  return z.coerce.number().int().min(0).meta(told);
}

export const productPath = z.object({ number: numberInPath });
export const planPath = productPath.extend({ plan: numberInPath });
/** `release` is the id of a version. */
export const releasePath = productPath.extend({ release: uuid });

/** Reasons that need nothing beside them. */
export type PlainReason = Exclude<
  ManageRefusal,
  { errors: unknown } | { allow: unknown } | { retryAfterSeconds: unknown }
>['reason'];
type No = Extract<ManageReply<never>, { ok: false }>;

/** The product behind the number of a path. */
export function findProduct(asked: number): Promise<EditedProduct | undefined> {
  return readAdminProduct(String(asked));
}

/** A refusal that needs no more than its reason. */
export function refuse(reason: PlainReason): No {
  return { ok: false, refusal: { reason } };
}

/** "No" to what some members of the request say. */
export function refuseFields(errors: FieldFault[]): No {
  return { ok: false, refusal: { reason: 'invalid_request', errors } };
}

/** One page of a list that is read whole; `cursor` is the id of the last row that was seen. */
export function pageOfAll<Row extends { id: string }>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { rows: Row[]; next: string | undefined; isCursorBroken: boolean } {
  const seen = cursor === undefined ? -1 : rows.findIndex(({ id }) => id === cursor);
  const page = rows.slice(seen + 1, seen + 1 + limit);
  const hasMore = seen + 1 + limit < rows.length;
  return { rows: page, next: hasMore ? page.at(-1)?.id : undefined, isCursorBroken: cursor !== undefined && seen < 0 };
}
