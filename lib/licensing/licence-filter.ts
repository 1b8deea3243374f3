import { Prisma } from '../db/generated/client';
import { escapeLike, hostOf, wholeNumber } from '../db/search-text';
import { unreachable } from '../errors';

/** As the list tells them apart; `over_limit` may be live or not. */
export const LICENCE_STATES = ['live', 'grace', 'expired', 'suspended', 'revoked', 'over_limit'] as const;
export type LicenceStateFilter = (typeof LICENCE_STATES)[number];

/** What narrows the list of licences. Ids come from the database; only `text` is what somebody typed. */
export type LicenceFilter = {
  /** A licence or order number, an e-mail address or the beginning of one, a host or the beginning of one, an instance. */
  text?: string;
  state?: LicenceStateFilter;
  productId?: string;
  /** Live now, and over within this many days. */
  endsWithinDays?: number;
  customerNumber?: number;
  /** The licence of this number alone. */
  number?: number;
};

/** Licences with an end are listed by it when the question is about ends: the next to end, or the last that ended, first. */
export type LicenceOrder = 'number' | 'ends_first' | 'ended_last';

/** The order that answers a filter. */
export function licenceOrder({ state, endsWithinDays }: LicenceFilter): LicenceOrder {
  if (endsWithinDays !== undefined) return 'ends_first';
  return state === 'expired' ? 'ended_last' : 'number';
}

const DAY_MS = 86_400_000;

/** The filter as a condition on `api_resource r`, by the rule of resource-state.ts. */
export function licenceWhere(filter: LicenceFilter, at: Date): Prisma.Sql {
  const { text, state, productId, endsWithinDays, customerNumber, number } = filter;
  const parts = [
    number === undefined ? undefined : Prisma.sql`r.number = ${number}`,
    state && stateWhere(state, at),
    productId === undefined ? undefined : Prisma.sql`r.product_id = ${productId}::uuid`,
    endsWithinDays === undefined
      ? undefined
      : Prisma.sql`r.revoked_at IS NULL AND r.suspended_at IS NULL AND r.expires_at > ${at}
          AND r.expires_at <= ${new Date(at.getTime() + endsWithinDays * DAY_MS)}`,
    customerNumber === undefined
      ? undefined
      : Prisma.sql`r.customer_id = ANY (ARRAY (SELECT id FROM customer WHERE number = ${customerNumber}))`,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

function stateWhere(state: LicenceStateFilter, at: Date): Prisma.Sql {
  const open = Prisma.sql`r.revoked_at IS NULL AND r.suspended_at IS NULL`;
  switch (state) {
    case 'live':
      return Prisma.sql`${open} AND (r.expires_at IS NULL OR r.expires_at > ${at})`;
    case 'grace':
      return Prisma.sql`${open} AND r.expires_at <= ${at} AND r.grace_until > ${at}`;
    case 'expired':
      return Prisma.sql`${open} AND r.expires_at <= ${at} AND (r.grace_until IS NULL OR r.grace_until <= ${at})`;
    case 'suspended':
      return Prisma.sql`r.suspended_at IS NOT NULL AND r.revoked_at IS NULL`;
    case 'revoked':
      return Prisma.sql`r.revoked_at IS NOT NULL`;
    case 'over_limit':
      return Prisma.sql`r.id = ANY (ARRAY (SELECT o.api_resource_id FROM activation o WHERE o.over_limit))`;
    default:
      return unreachable(state);
  }
}

// More licences than this by one host's beginning are not what somebody looks for; the search goes on with the next letter.
const MOST_FOUND = 1_000;

function textWhere(text: string): Prisma.Sql {
  const parts = [
    Prisma.sql`r.id = ANY (ARRAY (SELECT a.api_resource_id FROM activation a WHERE md5(a.instance) = md5(${text}) LIMIT ${MOST_FOUND}))`,
    Prisma.sql`r.customer_id = ANY (ARRAY (SELECT id FROM customer
      WHERE email LIKE ${`${escapeLike(text.toLowerCase())}%`} LIMIT ${MOST_FOUND}))`,
    Prisma.sql`r.id = ANY (ARRAY (SELECT a.api_resource_id FROM activation a
      WHERE activation_host(a.label) LIKE ${`${escapeLike(hostOf(text))}%`} LIMIT ${MOST_FOUND}))`,
  ];
  const number = wholeNumber(text);
  if (number !== undefined) parts.push(Prisma.sql`r.number = ${number}`, Prisma.sql`r.order_number = ${number}`);
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}
