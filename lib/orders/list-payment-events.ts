import { db } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type KeysetStart, type PageWish, readKeysetPage } from '../db/keyset-page';
import { wholeNumber } from '../db/search-text';

/** What narrows the list of payment events. `text`: an order number, the id of an event, a payment or a session. */
export type PaymentEventFilter = { text?: string; type?: string; since?: Date };

/** A payment event as a line of the list. */
export type ListedPaymentEvent = {
  /** Stripe's own. */
  id: string;
  type: string;
  livemode: boolean;
  receivedAt: Date;
  processedAt: Date | null;
  /** What it came to when it arrived: fulfilled, refunded, nothing_to_do, ignored: other_type … */
  outcome: string | null;
  orderNumber: number | null;
};

/** The newest first. */
const eventOrder: KeysetOrder<Pick<ListedPaymentEvent, 'receivedAt' | 'id'>> = {
  name: 'received',
  direction: 'desc',
  columns: [
    { sql: 'e.received_at', kind: 'instant', of: (row) => row.receivedAt },
    { sql: 'e.id', kind: 'text', of: (row) => row.id },
  ],
};
const LIST_SIZE = 50;

/** A page of the payment events, the newest first, and how many there are (counted to 10,000; one more stands for more). */
export async function listPaymentEvents(
  filter: PaymentEventFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedPaymentEvent> & { count: number }> {
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order: eventOrder, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<ListedPaymentEvent[]>(eventStatement(filter, start)),
    );
    const counted = Prisma.sql`SELECT 1 FROM payment_event e WHERE ${eventWhere(filter)} ORDER BY e.received_at DESC`;
    return { ...page, count: await countAtMost(tx, page, counted) };
  });
}

/** The event with this id and its payload as it was stored, or nothing. */
export async function readStoredEvent(id: string): Promise<(ListedPaymentEvent & { payload: unknown }) | undefined> {
  const stored = await db().paymentEvent.findUnique({ where: { id }, select: { payload: true } });
  if (!stored) return undefined;
  const { rows } = await listPaymentEvents({ text: id }, {});
  const row = rows.find((listed) => listed.id === id);
  return row && { ...row, payload: stored.payload };
}

/** Every type of event that has come, each found by one step in the index. */
export async function listEventTypes(): Promise<string[]> {
  const rows = await db().$queryRaw<{ type: string }[]>`
    WITH RECURSIVE known AS (
      (SELECT type FROM payment_event ORDER BY type LIMIT 1)
      UNION ALL
      SELECT (SELECT e.type FROM payment_event e WHERE e.type > known.type ORDER BY e.type LIMIT 1)
      FROM known WHERE known.type IS NOT NULL
    )
    SELECT type FROM known WHERE type IS NOT NULL`;
  return rows.map(({ type }) => type);
}

/** The statement of a page: the rows are chosen first, and only theirs are the orders that are looked for. */
function eventStatement(filter: PaymentEventFilter, { where, orderBy, limit }: KeysetStart): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT e.* FROM payment_event e WHERE ${eventWhere(filter)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
    )
    SELECT e.id, e.type, e.livemode, e.received_at AS "receivedAt", e.processed_at AS "processedAt", e.outcome,
      coalesce(
        (SELECT o.number FROM payment p JOIN "order" o ON o.id = p.order_id
          WHERE p.stripe_payment_intent_id = payment_event_subject(e.payload)),
        (SELECT o.number FROM checkout c JOIN "order" o ON o.checkout_id = c.id
          WHERE c.stripe_session_id = e.payload #>> '{data,object,id}')
      ) AS "orderNumber"
    FROM page e ORDER BY ${orderBy}`;
}

/** The filter as a condition on `payment_event e`. */
function eventWhere({ text, type, since }: PaymentEventFilter): Prisma.Sql {
  const parts = [
    text === undefined || text === '' ? undefined : textWhere(text),
    type === undefined ? undefined : Prisma.sql`e.type = ${type}`,
    since && Prisma.sql`e.received_at >= ${since}`,
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

function textWhere(text: string): Prisma.Sql {
  const number = wholeNumber(text);
  if (number === undefined) return Prisma.sql`(e.id = ${text} OR payment_event_subject(e.payload) = ${text})`;
  return Prisma.sql`payment_event_subject(e.payload) = ANY (
    ARRAY (SELECT p.stripe_payment_intent_id FROM payment p JOIN "order" o ON o.id = p.order_id WHERE o.number = ${number})
    || ARRAY (SELECT c.stripe_session_id FROM checkout c JOIN "order" o ON o.checkout_id = c.id WHERE o.number = ${number}))`;
}
