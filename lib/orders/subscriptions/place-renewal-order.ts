import { recordAudit } from '../../audit/record-audit';
import type { Tx } from '../../db/client';
import type { InvoiceStanding } from '../../payments/subscription-standing';
import { readStoreSettings } from '../../settings/store-settings';
import { sellerOf } from '../frozen-seller';
import { splitInvoice } from './split-invoice';
import type { SubscriptionRow, Told } from './subscription-row';

/**
 * Money of a later invoice is an order of its own, paid, whose items renew the rights they are for: so revenue, refunds and
 * printed invoices are true without knowing of subscriptions. Placed once; an invoice that took no money (a trial, credit
 * that was left) makes none.
 */
export async function placeRenewalOrder(
  tx: Tx,
  { row, invoice }: { row: SubscriptionRow; invoice: InvoiceStanding },
  { at, actor }: Told,
): Promise<void> {
  const { invoiceId: stripeInvoiceId, paidAmount, currency } = invoice;
  if (paidAmount <= 0 || (await tx.order.findUnique({ where: { stripeInvoiceId }, select: { id: true } }))) return;
  const { first, items, amounts } = await partsOf(tx, row, invoice);
  const order = await tx.order.create({
    data: {
      customerId: row.customerId,
      stripeInvoiceId,
      status: 'paid',
      currency,
      ...amounts,
      company: first.company,
      vatId: first.vatId,
      buyerName: first.buyerName,
      buyerAddress: first.buyerAddress,
      taxIsIncluded: first.taxIsIncluded,
      seller: sellerOf(await readStoreSettings(tx)),
      placedAt: at,
      paidAt: at,
      items: { create: items },
    },
    include: { items: true },
  });
  await tx.payment.create({
    data: {
      orderId: order.id,
      stripePaymentIntentId: invoice.paymentIntentId,
      status: 'succeeded',
      amount: paidAmount,
      currency,
      createdAt: at,
      paidAt: at,
      items: { create: order.items.map((item) => ({ orderItemId: item.id, amount: item.totalAmount })) },
    },
  });
  const object = { objectKind: 'order', objectId: order.id };
  const after = { status: 'paid', totalAmount: paidAmount, subscription: row.number };
  await recordAudit(tx, { at, actor, action: 'order.fulfill', ...object, after });
}

async function partsOf(tx: Tx, row: SubscriptionRow, invoice: InvoiceStanding) {
  const sold = row.items.flatMap(({ orderItem }) => (orderItem ? [orderItem.orderId] : []));
  const first = await tx.order.findFirstOrThrow({ where: { id: { in: sold } }, orderBy: { number: 'asc' } });
  const current = await tx.subscriptionItem.findMany({
    where: { subscriptionId: row.id, orderItem: { resource: { isNot: null } } },
    include: { plan: { include: { product: true } }, orderItem: { include: { resource: { select: { id: true } } } } },
    orderBy: { id: 'asc' },
  });
  const { amounts, shares } = splitInvoice(
    invoice,
    current.map(({ stripeItemId }) => stripeItemId),
    first.taxIsIncluded,
  );
  const items = current.map(({ plan, quantity, orderItem }, position) => ({
    position,
    productId: plan.productId,
    planId: plan.id,
    productTitle: plan.product.title,
    planName: plan.name,
    quantity: shares[position]?.quantity ?? quantity,
    unitAmount: shares[position]?.unitAmount ?? 0,
    currency: invoice.currency,
    discountAmount: shares[position]?.discountAmount ?? 0,
    taxAmount: shares[position]?.taxAmount ?? 0,
    totalAmount: shares[position]?.totalAmount ?? 0,
    activationLimit: plan.activationLimit,
    renewsResourceId: orderItem?.resource?.id ?? null,
  }));
  return { first, items, amounts };
}
