import { Prisma } from '../db/generated/client';
import { escapeLike, hostOf, wholeNumber } from '../db/search-text';

export const ORDER_STATUSES = ['awaiting_payment', 'paid', 'partially_refunded', 'refunded', 'cancelled'] as const;

/** What narrows the list of orders. Ids come from the database; only `text` is what somebody typed. */
export type OrderFilter = {
  /** An order number, an e-mail address or the beginning of one, a host or the beginning of one. */
  text?: string;
  status?: (typeof ORDER_STATUSES)[number];
  productId?: string;
  placedSince?: Date;
  isRefunded?: boolean;
  customerNumber?: number;
};

/** The filter as a condition on `"order" o`, each part answered by an index. */
export function orderWhere(filter: OrderFilter): Prisma.Sql {
  const { text, status, productId, placedSince, isRefunded, customerNumber } = filter;
  const parts = [
    status && Prisma.sql`o.status = ${status}::order_status`,
    productId === undefined
      ? undefined
      : Prisma.sql`EXISTS (SELECT 1 FROM order_item i WHERE i.order_id = o.id AND i.product_id = ${productId}::uuid)`,
    placedSince && Prisma.sql`o.placed_at >= ${placedSince}`,
    isRefunded === undefined
      ? undefined
      : isRefunded
        ? Prisma.sql`o.refunded_amount > 0`
        : Prisma.sql`o.refunded_amount = 0`,
    customerNumber === undefined
      ? undefined
      : Prisma.sql`o.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE number = ${customerNumber}))`,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

// More orders than this by one beginning are not what somebody looks for; the search goes on with the next letter.
const MOST_FOUND = 1_000;

// Looked up first, as arrays: a join or an IN inside an OR would be tried on every row.
function textWhere(text: string): Prisma.Sql {
  const parts = [
    Prisma.sql`o.customer_id = ANY (ARRAY (SELECT id FROM customer
      WHERE email LIKE ${`${escapeLike(text.toLowerCase())}%`} LIMIT ${MOST_FOUND}))`,
    Prisma.sql`o.number = ANY (ARRAY (SELECT r.order_number FROM activation a JOIN api_resource r ON r.id = a.api_resource_id
      WHERE activation_host(a.label) LIKE ${`${escapeLike(hostOf(text))}%`} LIMIT ${MOST_FOUND}))`,
  ];
  const number = wholeNumber(text);
  if (number !== undefined) parts.push(Prisma.sql`o.number = ${number}`);
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}
