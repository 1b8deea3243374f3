import { recordAudit } from '../../audit/record-audit';
import type { Tx } from '../../db/client';
import type { PaidItem } from '../../licensing/issue-keys';
import type { BegunSubscription } from '../../payments/checkout-payment';
import type { InvoiceStanding } from '../../payments/subscription-standing';
import { type FrozenItem, readFrozenItems } from '../frozen-items';
import type { PlacedOrder } from '../place-order';
import { keepPeriod, periodLine } from './follow-invoice';
import { columnsOf } from './follow-standing';
import { type Told, withRights } from './subscription-row';

export type FirstPeriods = Map<string, NonNullable<PaidItem['firstPeriod']>>;

/**
 * Puts the subscription of a paid order on record with its first invoice, in the transaction that issues its keys. Answers
 * what each of its items was paid for; items that were bought once are not among them. It comes before the keys, as a right
 * is told the number of its subscription when it is made (migration rights_name_their_subscription).
 */
export async function beginSubscription(
  tx: Tx,
  { order, begun }: { order: PlacedOrder; begun: BegunSubscription },
  { at, actor }: Told,
): Promise<FirstPeriods> {
  const { standing, invoice } = begun;
  const pairs = await pairItems(tx, order, begun);
  const { id } = await tx.subscription.create({
    data: {
      ...columnsOf(standing),
      customerId: order.customerId,
      stripeSubscriptionId: standing.subscriptionId,
      readAt: standing.readAt,
      createdAt: at,
      items: {
        create: pairs.map(({ orderItem, frozen, item }) => ({
          planId: orderItem.planId,
          orderItemId: orderItem.id,
          stripeItemId: item?.itemId ?? null,
          quantity: item?.quantity ?? frozen.quantity,
          unitAmount: item?.unitAmount ?? frozen.unitAmount,
        })),
      },
    },
  });
  await tx.order.update({ where: { id: order.id }, data: { stripeInvoiceId: invoice.invoiceId } });
  const row = await tx.subscription.findUniqueOrThrow({ where: { id }, include: withRights });
  await keepPeriod(tx, row, invoice);
  const after = { status: row.status, orderNumber: order.number, trialEndsAt: row.trialEndsAt?.toISOString() ?? null };
  const object = { objectKind: 'subscription', objectId: id };
  await recordAudit(tx, { at, actor, action: 'subscription.begin', ...object, after });
  return new Map(
    pairs.map(({ orderItem, item }) => [
      orderItem.id,
      { ...paidTime(invoice, item?.itemId), happenedAt: invoice.paidAt ?? at },
    ]),
  );
}

type Pair = {
  orderItem: PlacedOrder['items'][number];
  frozen: FrozenItem;
  item: BegunSubscription['standing']['items'][number] | undefined;
};

/** Each item that recurs with the one at Stripe: known by its place in our checkout, or by the price of its line. */
async function pairItems(tx: Tx, order: PlacedOrder, { standing, priceIds }: BegunSubscription): Promise<Pair[]> {
  const checkout = await tx.checkout.findUniqueOrThrow({ where: { id: standing.checkoutId } });
  const frozen = readFrozenItems(checkout.items);
  return order.items.flatMap((orderItem) => {
    const sold = frozen[orderItem.position];
    if (!sold?.billingInterval) return [];
    const item =
      standing.items.find(({ position }) => position === orderItem.position) ??
      standing.items.find(({ priceId }) => priceId === priceIds.get(orderItem.position));
    return [{ orderItem, frozen: sold, item }];
  });
}

/** An item that Stripe has no more was paid for as the whole invoice was. */
function paidTime(invoice: InvoiceStanding, itemId: string | undefined) {
  const { invoiceId } = invoice;
  const line = periodLine(invoice, itemId ?? null);
  if (line) return { invoiceId, startsAt: line.startsAt, endsAt: line.endsAt };
  const ofPeriods = invoice.lines.filter((one) => one.itemId !== null);
  const ends = ofPeriods.map(({ endsAt }) => endsAt.getTime());
  const starts = ofPeriods.map(({ startsAt }) => startsAt.getTime());
  return { invoiceId, startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) };
}
