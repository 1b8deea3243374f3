import { z } from 'zod';
import type { Tx } from '../db/client';
import { enqueueAll } from '../jobs/enqueue';
import { kindOfLane, laneOf } from './delivery-lane';

/** What waits in the outbox: no address and no secret, only whose turn it is. */
export const deliveryJob = z.object({ deliveryId: z.uuid(), round: z.int() });

/** A delivery that is to be made, for the first time or anew. */
export type PromisedDelivery = { id: string; endpointId: string; round: number };

/** Puts deliveries into the outbox, inside the caller's transaction. */
export async function promiseDeliveries(tx: Tx, deliveries: PromisedDelivery[]): Promise<void> {
  await enqueueAll(
    tx,
    deliveries.map(({ id, endpointId, round }) => ({
      kind: kindOfLane(laneOf(endpointId)),
      payload: { deliveryId: id, round },
      dedupeKey: `${jobKeyPrefix}${id}|${round}`,
    })),
  );
}

/** How the outbox calls a round of a delivery: this, its id, `|`, the round. */
export const jobKeyPrefix = 'webhook|';
