import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { findObstacles, type Obstacle } from './find-obstacles';

/** What deleting an account stops and keeps, in numbers. */
export type Stopping = {
  /** Also those that have ended by their term; not those that were taken back before. */
  licences: number;
  activations: number;
  developerKeys: number;
  /** Paid orders, which stay with their invoices. */
  orders: number;
};

/** What the page tells its person before they delete their account. */
export async function readDeletion(
  customerId: string,
  at: Date = now(),
): Promise<{ obstacles: Obstacle[]; stopping: Stopping }> {
  const [obstacles, stopping] = await Promise.all([
    findObstacles(db(), customerId, at),
    countStopping(db(), customerId),
  ]);
  return { obstacles, stopping };
}

/** The same numbers as of the caller's transaction. */
export async function countStopping(
  from: Pick<Tx, 'apiResource' | 'activation' | 'accessKey' | 'order'>,
  customerId: string,
): Promise<Stopping> {
  return {
    licences: await from.apiResource.count({ where: { customerId, revokedAt: null } }),
    activations: await from.activation.count({ where: { customerId } }),
    developerKeys: await from.accessKey.count({ where: { customerId, state: { not: 'revoked' } } }),
    orders: await from.order.count({ where: { customerId, paidAt: { not: null } } }),
  };
}
