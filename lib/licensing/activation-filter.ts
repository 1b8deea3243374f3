import { Prisma } from '../db/generated/client';
import { escapeLike, hostOf, wholeNumber } from '../db/search-text';

/** What narrows the list of activations. Ids come from the database; only `text` is what somebody typed. */
export type ActivationFilter = {
  /** A host or the beginning of one, an instance, an e-mail address, an order or licence number. */
  text?: string;
  productId?: string;
  /** Only together with a product: versions of different products have nothing in common. */
  version?: string;
  seenSince?: Date;
  seenBefore?: Date;
  isOverLimit?: boolean;
  licenceNumber?: number;
  customerNumber?: number;
  /** None whose right was revoked: its customer is shown nothing of that. */
  withoutRevoked?: boolean;
};

/** The filter as a condition on `activation a`, written so that each part of it can be answered by an index. */
export function activationWhere(filter: ActivationFilter): Prisma.Sql {
  const {
    text,
    productId,
    version,
    seenSince,
    seenBefore,
    isOverLimit,
    licenceNumber,
    customerNumber,
    withoutRevoked,
  } = filter;
  const parts = [
    productId === undefined ? undefined : Prisma.sql`a.product_id = ${productId}::uuid`,
    productId === undefined || version === undefined ? undefined : Prisma.sql`a.version = ${version}`,
    // The week is what has an index; the instant is what was asked.
    seenSince && Prisma.sql`a.seen_week >= ${weekOf(seenSince)} AND a.last_seen_at >= ${seenSince}`,
    // What was not seen since cannot have been activated since: that skips all that is newer than the question.
    seenBefore &&
      Prisma.sql`a.seen_week <= ${weekOf(seenBefore)} AND a.last_seen_at < ${seenBefore} AND a.activated_at < ${seenBefore}`,
    isOverLimit ? Prisma.sql`a.over_limit` : undefined,
    licenceNumber === undefined
      ? undefined
      : Prisma.sql`a.api_resource_id = ANY (ARRAY (SELECT id FROM api_resource WHERE number = ${licenceNumber}))`,
    customerNumber === undefined
      ? undefined
      : Prisma.sql`a.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE number = ${customerNumber}))`,
    withoutRevoked
      ? Prisma.sql`EXISTS (SELECT 1 FROM api_resource held WHERE held.id = a.api_resource_id AND held.revoked_at IS NULL)`
      : undefined,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

const WEEK_MS = 604_800_000;

function weekOf(instant: Date): number {
  return Math.floor(instant.getTime() / WEEK_MS);
}

// Looked up first, as arrays: a join or an IN inside an OR would be tried on every row.
function textWhere(text: string): Prisma.Sql {
  const parts = [
    // By the expression that has an index (the calls of client software must not meet one on the instance alone).
    Prisma.sql`md5(a.instance) = md5(${text})`,
    Prisma.sql`activation_host(a.label) LIKE ${`${escapeLike(hostOf(text))}%`}`,
  ];
  if (text.includes('@')) {
    parts.push(Prisma.sql`a.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE email = ${text.toLowerCase()}))`);
  }
  const number = wholeNumber(text);
  if (number !== undefined) {
    parts.push(Prisma.sql`a.api_resource_id = ANY (ARRAY (
      SELECT id FROM api_resource WHERE number = ${number} OR order_number = ${number}))`);
  }
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}
