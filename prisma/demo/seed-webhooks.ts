import { randomUUID } from 'node:crypto';
import type { Tx } from '../../lib/db/client';
import type { Happening } from '../../lib/webhooks/happening';
import { promiseDeliveries } from '../../lib/webhooks/promise-delivery';
import { readFacts } from '../../lib/webhooks/read-facts';
import { newSigningSecret, sealSecret } from '../../lib/webhooks/signing-secret';

// Nobody listens there, so the store itself finds out that this endpoint fails.
const NOWHERE = 'http://127.0.0.1:9/order-desk';
const DAY_MS = 86_400_000;
const [SOON_MS, ANSWER_MS] = [2_000, 140];
const FAILING = 3;

/** An endpoint that took the orders of the last days, and is out of reach since the last three. */
export async function seedWebhooks(tx: Tx, at: Date): Promise<void> {
  const id = randomUUID();
  const createdAt = new Date(at.getTime() - 5 * DAY_MS);
  const orders = await tx.order.findMany({
    where: { paidAt: { gte: createdAt, lte: at } },
    orderBy: { paidAt: 'desc' },
    take: 20,
    select: { id: true, paidAt: true },
  });
  const told = orders.map(({ id: orderId, paidAt }): Happening => {
    const about = { kind: 'order', id: orderId } as const;
    return { type: 'order.paid', source: `demo:${orderId}`, at: paidAt ?? at, about };
  });
  await tx.webhookEndpoint.create({
    data: {
      id,
      url: NOWHERE,
      description: 'Order desk',
      eventTypes: ['order.paid', 'order.refunded'],
      sealedSecret: await sealSecret(newSigningSecret(), id),
      secretMadeAt: createdAt,
      createdAt,
      failingSince: told[FAILING - 1]?.at ?? null,
    },
  });
  const facts = await readFacts(tx, told, at);
  for (const [i, happening] of told.entries()) {
    const isArrived = i >= FAILING;
    await seedMessage(tx, { endpointId: id, happening, data: facts[i], isArrived });
  }
  // What was seeded is told above: the relay begins after it.
  await tx.$executeRaw`UPDATE webhook_relay SET audit_id = (SELECT coalesce(max(id), 0) FROM audit_entry)`;
}

type Seeded = { endpointId: string; happening: Happening; data: unknown; isArrived: boolean };

async function seedMessage(tx: Tx, { endpointId, happening, data, isArrived }: Seeded): Promise<void> {
  const { type, source, at } = happening;
  const [messageId, deliveryId] = [randomUUID(), randomUUID()];
  const sentAt = new Date(at.getTime() + SOON_MS);
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  await tx.webhookMessage.create({ data: { id: messageId, type, source, at, body, createdAt: sentAt } });
  const result = isArrived
    ? { state: 'delivered' as const, attempts: 1, lastStatus: 204, endedAt: sentAt }
    : { attempts: 1, lastFailure: 'unreachable' };
  await tx.webhookDelivery.create({ data: { id: deliveryId, endpointId, messageId, createdAt: sentAt, ...result } });
  await tx.webhookAttempt.create({
    data: {
      deliveryId,
      at: sentAt,
      durationMs: isArrived ? ANSWER_MS : 2,
      status: isArrived ? 204 : null,
      failure: isArrived ? null : 'unreachable',
      detail: isArrived ? null : 'connect ECONNREFUSED 127.0.0.1:9',
    },
  });
  if (!isArrived) await promiseDeliveries(tx, [{ id: deliveryId, endpointId, round: 1 }]);
}
