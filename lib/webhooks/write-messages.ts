import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/client';
import { wantsType } from './endpoint';
import type { EventType } from './event-types';
import { promiseDeliveries } from './promise-delivery';

/** A message as it will be sent. */
export type NewMessage = { type: EventType; source: string; at: Date; data: Record<string, unknown> };

/** Who may be told. */
export type Receiver = { id: string; eventTypes: string[]; disabledAt: Date | null; createdAt: Date };

/**
 * Writes messages and promises their deliveries, inside the caller's transaction. A source that has its message already gets
 * no second one. Disabled endpoints get no delivery; what they missed can be recovered later.
 */
export async function writeMessages(
  tx: Tx,
  messages: NewMessage[],
  { receivers, at }: { receivers: Receiver[]; at: Date },
): Promise<number> {
  if (messages.length === 0) return 0;
  const rows = messages.map(({ type, source, at: happenedAt, data }) => ({
    id: randomUUID(),
    type,
    source,
    at: happenedAt,
    body: JSON.stringify({ type, timestamp: happenedAt.toISOString(), data }),
    createdAt: at,
  }));
  await tx.webhookMessage.createMany({ data: rows, skipDuplicates: true });
  const made = await tx.webhookMessage.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, type: true, at: true },
  });
  const isMade = new Set(made.map(({ id }) => id));
  const deliveries = rows
    .filter(({ id }) => isMade.has(id))
    .flatMap((message) =>
      receivers
        .filter((receiver) => receiver.disabledAt === null && wantsMessage(receiver, message))
        .map(({ id: endpointId }) => ({ id: randomUUID(), endpointId, messageId: message.id, createdAt: at })),
    );
  await tx.webhookDelivery.createMany({ data: deliveries });
  await promiseDeliveries(
    tx,
    deliveries.map(({ id, endpointId }) => ({ id, endpointId, round: 1 })),
  );
  return made.length;
}

/** Whether an endpoint is told of this: it asked for the type, and was there when it happened. */
export function wantsMessage(
  receiver: Pick<Receiver, 'eventTypes' | 'createdAt'>,
  message: { type: EventType; at: Date },
): boolean {
  return message.at >= receiver.createdAt && wantsType(receiver.eventTypes, message.type);
}
