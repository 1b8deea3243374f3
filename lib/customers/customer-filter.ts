import { Prisma } from '../db/generated/client';
import { escapeLike, wholeNumber } from '../db/search-text';

/** What narrows the list of customers; only `text` is what somebody typed. */
export type CustomerFilter = {
  /** A customer number, the beginning of an e-mail address, or beginnings of words of a name or company. */
  text?: string;
  role?: 'customer' | 'admin';
  /** False: those that are open. */
  isDisabled?: boolean;
  isDeleted?: boolean;
  /** Admins who have added no second factor yet: the admin area is closed to them. */
  lacksFactor?: boolean;
};

/** The filter as a condition on `customer c`, each part answered by an index. */
export function customerWhere({ text, role, isDisabled, isDeleted, lacksFactor }: CustomerFilter): Prisma.Sql {
  const parts = [
    role === undefined ? undefined : role === 'admin' ? Prisma.sql`c.role = 'admin'` : Prisma.sql`c.role = 'customer'`,
    isDisabled === undefined
      ? undefined
      : isDisabled
        ? Prisma.sql`c.disabled_at IS NOT NULL`
        : Prisma.sql`c.disabled_at IS NULL AND c.deleted_at IS NULL`,
    isDeleted === undefined
      ? undefined
      : isDeleted
        ? Prisma.sql`c.deleted_at IS NOT NULL`
        : Prisma.sql`c.deleted_at IS NULL`,
    lacksFactor
      ? Prisma.sql`c.role = 'admin' AND NOT EXISTS (
          SELECT 1 FROM second_factor f WHERE f.customer_id = c.id AND f.confirmed_at IS NOT NULL)`
      : undefined,
    text === undefined || text === '' ? undefined : textWhere(text),
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

// More people than this by one beginning are not who somebody looks for; the search goes on with the next letter.
const MOST_FOUND = 1_000;
const MOST_WORDS = 8;

// Looked up first, as arrays: a condition on words inside an OR would be tried on every row.
function textWhere(text: string): Prisma.Sql {
  const found = [
    Prisma.sql`SELECT id FROM customer WHERE email LIKE ${`${escapeLike(text.toLowerCase())}%`} LIMIT ${MOST_FOUND}`,
  ];
  const words = wordsQuery(text);
  if (words !== '') {
    found.push(Prisma.sql`
      SELECT id FROM customer WHERE customer_words(name, company) @@ to_tsquery('simple', ${words}) LIMIT ${MOST_FOUND}`);
  }
  const parts = found.map((select) => Prisma.sql`c.id = ANY (ARRAY (${select}))`);
  const number = wholeNumber(text);
  if (number !== undefined) parts.push(Prisma.sql`c.number = ${number}`);
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}

/** The words of a text, each by its beginning and all of them wanted, as PostgreSQL's text search reads it. */
function wordsQuery(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `'${word}':*`)
    .join(' & ');
}
