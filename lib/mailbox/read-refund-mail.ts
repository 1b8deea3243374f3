import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import type { RefundedItem, RefundMailFacts } from '../email/refund-mail';

/** A refund as its mail is told, read when the mail is written; it counts unless it failed at the bank. */
export type ReadRefund = RefundMailFacts & { isFailed: boolean };

/** Undefined when there is no such refund of that order. `refundId`: the row's id, or the payment provider's. */
export async function readRefundMail(orderId: string, refundId: string): Promise<ReadRefund | undefined> {
  const which = isUuid(refundId) ? { id: refundId } : { stripeRefundId: refundId };
  const refund = await db().refund.findFirst({
    where: { orderId, ...which },
    include: {
      order: { select: { number: true } },
      items: {
        orderBy: { orderItem: { position: 'asc' } },
        include: {
          orderItem: { include: { resource: { select: { activationLimit: true, revokedAt: true } } } },
        },
      },
    },
  });
  if (!refund) return undefined;
  return {
    orderNumber: refund.order.number,
    currency: refund.currency,
    amount: refund.amount,
    items: refund.items.map(refundedItem),
    isFailed: refund.status === 'failed',
  };
}

type Share = {
  quantity: number;
  orderItem: {
    productTitle: string;
    planName: string;
    resource: { activationLimit: number | null; revokedAt: Date | null } | null;
  };
};

function refundedItem({ quantity, orderItem }: Share): RefundedItem {
  const { productTitle: title, planName, resource } = orderItem;
  const placesLeft = resource?.activationLimit ?? null;
  return { title, planName, quantity, placesLeft, stops: whatStops(quantity, resource) };
}

function whatStops(quantity: number, resource: Share['orderItem']['resource']): RefundedItem['stops'] {
  if (!resource) return 'nothing';
  if (resource.revokedAt) return 'all';
  return quantity > 0 && resource.activationLimit !== null ? 'some' : 'nothing';
}
