import { db, type Tx } from '../db/client';
import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type KeysetStart, type PageWish, readKeysetPage } from '../db/keyset-page';
import { isUuid } from '../db/uuid';
import { jobKeyPrefix } from './promise-delivery';
import { messageIdOf } from './signing-secret';

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What narrows the deliveries. `text`: the id of a message, as receivers see it. */
export type DeliveryFilter = { text?: string; endpointId?: string; state?: DeliveryState; type?: string };

/** A message on its way to one endpoint, or arrived, or given up. */
export type ListedDelivery = {
  id: string;
  endpointId: string;
  url: string;
  messageId: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  lastStatus: number | null;
  lastFailure: string | null;
  createdAt: Date;
  endedAt: Date | null;
  /** While it waits: when it is tried next. */
  nextAt: Date | null;
};

const newestFirst: KeysetOrder<Pick<ListedDelivery, 'createdAt' | 'id'>> = {
  name: 'created',
  direction: 'desc',
  columns: [
    { sql: 'd.created_at', kind: 'instant', of: (row) => row.createdAt },
    { sql: 'd.id', kind: 'uuid', of: (row) => row.id },
  ],
};
const LIST_SIZE = 50;

/** A page of deliveries, the newest first, and how many there are (counted to 10,000; one more stands for more). */
export async function listDeliveries(
  filter: DeliveryFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedDelivery> & { count: number }> {
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order: newestFirst, wish, size: wish.size ?? LIST_SIZE }, (start) =>
      readPage(tx, filter, start),
    );
    const counted = Prisma.sql`SELECT 1 FROM webhook_delivery d JOIN webhook_message m ON m.id = d.message_id
      WHERE ${deliveryWhere(filter)}`;
    return { ...page, count: await countAtMost(tx, page, counted) };
  });
}

function readPage(tx: Tx, filter: DeliveryFilter, { where, orderBy, limit }: KeysetStart): Promise<ListedDelivery[]> {
  return tx.$queryRaw<ListedDelivery[]>`
    SELECT d.id, d.endpoint_id AS "endpointId", e.url, d.message_id AS "messageId", m.type, d.state::text AS state,
      d.attempts, d.last_status AS "lastStatus", d.last_failure AS "lastFailure", d.created_at AS "createdAt",
      d.ended_at AS "endedAt", CASE WHEN d.state = 'waiting' THEN o.available_at END AS "nextAt"
    FROM webhook_delivery d
    JOIN webhook_message m ON m.id = d.message_id
    JOIN webhook_endpoint e ON e.id = d.endpoint_id
    LEFT JOIN outbox_entry o ON o.dedupe_key = ${jobKeyPrefix} || d.id::text || '|' || d.round::text
    WHERE ${deliveryWhere(filter)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`;
}

function deliveryWhere({ text = '', endpointId, state, type }: DeliveryFilter): Prisma.Sql {
  const parts = [
    text === '' ? undefined : textWhere(text),
    endpointId === undefined ? undefined : Prisma.sql`d.endpoint_id = ${endpointId}::uuid`,
    state === undefined ? undefined : Prisma.sql`d.state = ${state}::webhook_delivery_state`,
    type === undefined ? undefined : Prisma.sql`m.type = ${type}`,
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.filter((part) => part !== undefined)], ' AND ');
}

function textWhere(text: string): Prisma.Sql {
  const id = messageIdOf(text);
  return id === undefined ? Prisma.sql`false` : Prisma.sql`m.id = ${id}::uuid`;
}

/** One request to the receiver. */
export type Attempt = {
  id: string;
  at: Date;
  durationMs: number;
  status: number | null;
  failure: string | null;
  detail: string | null;
  response: string;
};

export type ReadDelivery = ListedDelivery & { body: string; happenedAt: Date; tries: Attempt[] };

/** A delivery with what is sent and every attempt, the newest first; only if it is of this endpoint, where one is named. */
export async function readDelivery(which: { id: string; endpointId?: string }): Promise<ReadDelivery | undefined> {
  const { id, endpointId } = which;
  if (!isUuid(id) || (endpointId !== undefined && !isUuid(endpointId))) return undefined;
  const found = await db().webhookDelivery.findFirst({
    where: { id, ...(endpointId === undefined ? {} : { endpointId }) },
    include: { message: true, endpoint: { select: { url: true } }, tries: { orderBy: { id: 'desc' } } },
  });
  if (!found) return undefined;
  const { message, endpoint, tries, round, ...delivery } = found;
  const job = await db().outboxEntry.findUnique({ where: { dedupeKey: `${jobKeyPrefix}${id}|${round}` } });
  return {
    ...delivery,
    url: endpoint.url,
    type: message.type,
    body: message.body,
    happenedAt: message.at,
    nextAt: delivery.state === 'waiting' ? (job?.availableAt ?? null) : null,
    tries: tries.map(({ deliveryId: _, id: number, ...attempt }) => ({ id: String(number), ...attempt })),
  };
}
