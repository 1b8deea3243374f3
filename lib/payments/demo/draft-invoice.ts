import type Stripe from 'stripe';
import type { Double } from './double';
import { behaviorOf, taxOn } from './example-tax';
import { found } from './find';
import { type LineToMake, makeInvoice } from './make-invoice';
import type { PendingInvoiceItem } from './state';
import type { WireInvoice, WireSubscription, WireSubscriptionItem } from './wire';

/** One period of one item. */
export function periodLine(subscription: WireSubscription, item: WireSubscriptionItem, name: string): LineToMake {
  const quantity = item.quantity ?? 1;
  const isTrial = subscription.status === 'trialing';
  const amount = isTrial ? 0 : (item.price.unit_amount ?? 0) * quantity;
  return {
    amount,
    ...taxFor(subscription, item, amount),
    currency: subscription.currency,
    description: isTrial ? `Trial period for ${name}` : `${quantity} × ${name}`,
    period: { start: item.current_period_start, end: item.current_period_end },
    quantity,
    metadata: item.metadata,
    pricing: {
      priceId: item.price.id,
      productId: productIdOf(item),
      unitAmount: isTrial ? '0' : item.price.unit_amount_decimal,
    },
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
  };
}

export function nameOf(double: Double, item: WireSubscriptionItem): string {
  return double.state.facts.products[productIdOf(item)]?.name ?? 'Subscription';
}

export function productIdOf(item: WireSubscriptionItem): string {
  return typeof item.price.product === 'string' ? item.price.product : item.price.product.id;
}

export type BillToDraft = {
  reason: Stripe.Invoice.BillingReason;
  /** Left out: only what is waiting. */
  lines?: LineToMake[];
  period: Stripe.InvoiceLineItem.Period;
  finalizesAt: number | null;
};

/** An invoice of a subscription with its lines and everything that waits for it. */
export function draftInvoice(double: Double, subscription: WireSubscription, bill: BillToDraft): WireInvoice {
  const { customers, invoices, invoiceItems } = double.state.facts;
  const waiting = Object.values(invoiceItems).filter((item) => item.proration?.subscriptionId === subscription.id);
  for (const item of waiting) delete invoiceItems[item.id];
  const invoice = makeInvoice(double, {
    customer: found(customers, 'customer', String(subscription.customer)),
    subscription,
    billingReason: bill.reason,
    currency: subscription.currency,
    description: null,
    lines: [...waiting.map((item) => taxedWaitingLine(subscription, item)), ...(bill.lines ?? [])],
    period: bill.period,
    collection: 'charge_automatically',
    finalizesAt: bill.finalizesAt,
  });
  invoices[invoice.id] = invoice;
  subscription.latest_invoice = invoice.id;
  double.announce('invoice.created', invoice);
  return invoice;
}

/** The tax of an amount, when the subscription's is reckoned. */
function taxFor(subscription: WireSubscription, item: Pick<WireSubscriptionItem, 'price'> | undefined, amount: number) {
  if (!subscription.automatic_tax.enabled) return {};
  const taxBehavior = behaviorOf(item?.price ?? null);
  return { tax: taxOn(amount, taxBehavior), taxBehavior };
}

/** A share of a period is taxed like the subscription's items, a credit with a negative tax. */
function taxedWaitingLine(subscription: WireSubscription, item: PendingInvoiceItem): LineToMake {
  return { ...waitingLine(item), ...taxFor(subscription, subscription.items.data[0], item.amount) };
}

export function waitingLine(item: PendingInvoiceItem): LineToMake {
  const { proration } = item;
  return {
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    period: item.period,
    quantity: proration?.quantity ?? 1,
    pricing: proration
      ? {
          priceId: proration.priceId,
          productId: proration.productId,
          unitAmount: String(item.amount / proration.quantity),
        }
      : null,
    parent: proration
      ? {
          invoice_item_details: null,
          subscription_item_details: {
            invoice_item: item.id,
            proration: true,
            proration_details: { credited_items: null },
            subscription: proration.subscriptionId,
            subscription_item: proration.itemId,
          },
          type: 'subscription_item_details',
        }
      : {
          invoice_item_details: {
            invoice_item: item.id,
            proration: false,
            proration_details: null,
            subscription: null,
          },
          subscription_item_details: null,
          type: 'invoice_item_details',
        },
  };
}
