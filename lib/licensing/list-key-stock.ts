import { db } from '../db/client';

/** How a product stands with its associated keys. Imported keys of moved purchases are not part of it. */
export type KeyStock = {
  productId: string;
  productNumber: number;
  productTitle: string;
  inStock: number;
  handedOut: number;
  /** Purchases since the stock began that found it empty and have no associated key yet. */
  waiting: number;
  /** Keys that open something, or will, and can be guessed; imported ones too. */
  weak: number;
};

/** Every product, or only the one with this number, with its stock; by title. */
export async function listKeyStock(which: { productNumber?: number } = {}): Promise<KeyStock[]> {
  const only = which.productNumber ?? null;
  return db().$queryRaw<KeyStock[]>`
    SELECT p.id AS "productId", p.number AS "productNumber", p.title AS "productTitle",
      coalesce(k.in_stock, 0)::int AS "inStock", coalesce(k.handed_out, 0)::int AS "handedOut", (
        SELECT count(*)::int FROM plan pl JOIN api_resource r ON r.plan_id = pl.id
        WHERE pl.product_id = p.id AND r.revoked_at IS NULL AND r.created_at >= k.began
          AND NOT EXISTS (SELECT 1 FROM license_key own WHERE own.api_resource_id = r.id AND own.kind = 'associated')
      ) AS waiting, (
        SELECT count(*)::int FROM license_key w
        WHERE w.is_weak AND w.product_id = p.id AND w.disabled_at IS NULL AND w.replaced_at IS NULL
      ) AS weak
    FROM product p
    LEFT JOIN (
      SELECT product_id, min(created_at) AS began,
        count(*) FILTER (WHERE customer_id IS NULL) AS in_stock, count(*) FILTER (WHERE customer_id IS NOT NULL) AS handed_out
      FROM license_key WHERE kind = 'associated' AND stock_position IS NOT NULL GROUP BY product_id
    ) k ON k.product_id = p.id
    WHERE ${only}::int IS NULL OR p.number = ${only}::int
    ORDER BY p.title, p.number`;
}

export type StockedKey = { id: string; hint: string; isWeak: boolean; addedAt: Date };

const PAGE = 50;
const CURSOR = /^(\d{1,13})\.(\d{1,9})$/;

/** The keys in a product's stock by their hints, the next to be handed out first; a broken cursor gives the first page. */
export async function listStockedKeys(which: {
  productId: string;
  cursor?: string;
  size?: number;
}): Promise<{ keys: StockedKey[]; nextCursor: string | undefined; isCursorBroken: boolean }> {
  const { productId, cursor, size = PAGE } = which;
  const [, at, position] = CURSOR.exec(cursor ?? '') ?? [];
  const from = at && position ? { createdAt: new Date(Number(at)), stockPosition: Number(position) } : undefined;
  const later = from && [
    { createdAt: { gt: from.createdAt } },
    { createdAt: from.createdAt, stockPosition: { gt: from.stockPosition } },
  ];
  const rows = await db().licenseKey.findMany({
    where: { kind: 'associated', productId, customerId: null, ...(later ? { OR: later } : {}) },
    orderBy: [{ createdAt: 'asc' }, { stockPosition: 'asc' }],
    take: size + 1,
    select: { id: true, hint: true, isWeak: true, createdAt: true, stockPosition: true },
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const keys = shown.map(({ id, hint, isWeak, createdAt }) => ({ id, hint, isWeak, addedAt: createdAt }));
  const next = rows.length > size && last ? `${last.createdAt.getTime()}.${last.stockPosition ?? 0}` : undefined;
  return { keys, nextCursor: next, isCursorBroken: cursor !== undefined && from === undefined };
}
