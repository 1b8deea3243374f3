import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { RefundStanding } from '../payments/checkout-payment';
import { lockOrder } from './lock-order';
import { refundOrder } from './refund-order';
import { rehearse } from './rehearse';

/** What a refund does to one API Resource. */
export type ResourceEffect = {
  productTitle: string;
  planName: string;
  resourceNumber: number;
  /** Its keys open nothing afterwards: product order key and associated keys. */
  keysStopping: number;
  /** Activations that end with the keys. */
  activationsEnding: number;
  limit: { was: number | null; is: number | null };
  /** Activations that will stand beyond the smaller limit: listed, not counted. */
  beyondLimit: number;
  /** Its end, where the refund takes a renewal's term away; null = lifetime. */
  end: { was: Date | null; is: Date | null };
};

export type RefundEffect = {
  status: 'awaiting_payment' | 'paid' | 'partially_refunded' | 'refunded' | 'cancelled';
  refundedAmount: number;
  /** Only resources to which something happens. */
  resources: ResourceEffect[];
};

/**
 * What would stop if these were all the refunds of an order: `refundOrder` itself does its work and the transaction is
 * undone, so that the preview cannot differ from what happens.
 */
export async function rehearseRefund(
  orderId: string,
  refunds: RefundStanding[],
  by: { at: Date; actor: Actor },
): Promise<RefundEffect> {
  return rehearse(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const before = await readStanding(tx, orderId);
    await refundOrder(tx, { order, refunds, ...by });
    const after = await readStanding(tx, orderId);
    const { status, refundedAmount } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    return { status, refundedAmount, resources: effectsOf(before, after) };
  });
}

function readStanding(tx: Tx, orderId: string) {
  return tx.apiResource.findMany({
    where: { OR: [{ orderItem: { orderId } }, { renewals: { some: { orderId } } }] },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      activationLimit: true,
      expiresAt: true,
      revokedAt: true,
      orderItem: { select: { productTitle: true, planName: true } },
      activations: { select: { overLimit: true } },
      keys: { where: { replacedAt: null, disabledAt: null }, select: { id: true } },
    },
  });
}

type Standing = Awaited<ReturnType<typeof readStanding>>[number];

function effectsOf(before: Standing[], after: Standing[]): ResourceEffect[] {
  return after.flatMap((is, index) => {
    const was = before[index];
    if (!was) return [];
    const stops = was.revokedAt === null && is.revokedAt !== null;
    const beyond = is.activations.filter(({ overLimit }) => overLimit).length;
    const isSmaller = was.activationLimit !== is.activationLimit;
    const endsElse = was.expiresAt?.getTime() !== is.expiresAt?.getTime();
    if (!stops && !isSmaller && !endsElse) return [];
    return [
      {
        productTitle: is.orderItem?.productTitle ?? '',
        planName: is.orderItem?.planName ?? '',
        resourceNumber: is.number,
        keysStopping: stops ? is.keys.length : 0,
        activationsEnding: stops ? is.activations.length : 0,
        limit: { was: was.activationLimit, is: is.activationLimit },
        beyondLimit: stops || !isSmaller ? 0 : beyond,
        end: { was: was.expiresAt, is: is.expiresAt },
      },
    ];
  });
}
