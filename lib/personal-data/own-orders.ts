import { db, type Prisma } from '../db/client';
import { readFrozenItems } from '../orders/frozen-items';
import { listSubscriptions } from '../orders/subscriptions/list-subscriptions';
import { type DataSection, eachPage, type Person } from './data-section';

const include = {
  items: { orderBy: { position: 'asc' } },
  payments: { orderBy: { createdAt: 'asc' } },
  refunds: { orderBy: { createdAt: 'asc' } },
} satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof include }>;

/** What the person bought and what became of the money, and what they were about to buy. Amounts are minor units. */
export function ownOrders({ id: customerId }: Person): DataSection[] {
  const orders = eachPage<OrderRow>(
    (after, take) =>
      db().order.findMany({
        where: { customerId, ...(after ? { number: { gt: after.number } } : {}) },
        include,
        orderBy: { number: 'asc' },
        take,
      }),
    presentOrder,
  );
  return [
    { name: 'orders', pages: orders },
    { name: 'subscriptions', pages: ownSubscriptions(customerId) },
    { name: 'unfinished_checkouts', pages: unfinishedCheckouts(customerId) },
  ];
}

function presentOrder(order: OrderRow) {
  return {
    number: order.number,
    status: order.status,
    placed_at: order.placedAt,
    paid_at: order.paidAt,
    cancelled_at: order.cancelledAt,
    currency: order.currency,
    subtotal_amount: order.subtotalAmount,
    discount_amount: order.discountAmount,
    discount_code: order.discountCode,
    tax_amount: order.taxAmount,
    taxes: order.taxes,
    total_amount: order.totalAmount,
    refunded_amount: order.refundedAmount,
    buyer: { name: order.buyerName, company: order.company, vat_id: order.vatId, address: order.buyerAddress },
    items: order.items.map((item) => ({
      product: item.productTitle,
      plan: item.planName,
      quantity: item.quantity,
      refunded_quantity: item.refundedQuantity,
      unit_amount: item.unitAmount,
      discount_amount: item.discountAmount,
      tax_amount: item.taxAmount,
      total_amount: item.totalAmount,
      refunded_amount: item.refundedAmount,
    })),
    payments: order.payments.map(({ status, amount, currency, createdAt, paidAt, reference }) => ({
      status,
      amount,
      currency,
      begun_at: createdAt,
      paid_at: paidAt,
      reference,
    })),
    refunds: order.refunds.map(({ status, amount, currency, createdAt }) => ({
      status,
      amount,
      currency,
      made_at: createdAt,
    })),
  };
}

/** A person has few; what Stripe's pages of them open is left out. */
async function* ownSubscriptions(customerId: string): AsyncGenerator<object[]> {
  const subscriptions = await listSubscriptions(customerId);
  yield subscriptions.map((subscription) => ({
    number: subscription.number,
    status: subscription.status,
    created_at: subscription.createdAt,
    is_paused: subscription.isPaused,
    trial_ends_at: subscription.trialEndsAt,
    ends_at: subscription.cancelAt,
    ended_at: subscription.endedAt,
    next_payment: subscription.nextPayment,
    currency: subscription.currency,
    interval: subscription.interval,
    order_number: subscription.orderNumber,
    items: subscription.items.map(({ productTitle, planName, quantity, unitAmount }) => ({
      product: productTitle,
      plan: planName,
      quantity,
      unit_amount: unitAmount,
    })),
    invoices: subscription.invoices.map(({ invoiceNumber, status, startsAt, endsAt, totalAmount, paidAt }) => ({
      number: invoiceNumber,
      status,
      from: startsAt,
      to: endsAt,
      total_amount: totalAmount,
      paid_at: paidAt,
    })),
  }));
}

function unfinishedCheckouts(customerId: string): AsyncGenerator<object[]> {
  return eachPage<Prisma.CheckoutGetPayload<object>>(
    (after, take) =>
      db().checkout.findMany({
        where: { customerId, order: null, ...(after ? { id: { gt: after.id } } : {}) },
        orderBy: { id: 'asc' },
        take,
      }),
    ({ status, createdAt, expiresAt, email, name, company, vatId, currency, items }) => ({
      status,
      begun_at: createdAt,
      ends_at: expiresAt,
      email,
      name,
      company,
      vat_id: vatId,
      currency,
      items: readFrozenItems(items).map(({ title, planName, quantity, unitAmount }) => ({
        product: title,
        plan: planName,
        quantity,
        unit_amount: unitAmount,
      })),
    }),
  );
}
