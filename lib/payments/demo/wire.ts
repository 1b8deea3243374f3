import type Stripe from 'stripe';

// The SDK's own declarations type every object the double answers with, so a field that Stripe renames fails `tsc`.
// Two differences between the SDK and the wire: decimals travel as strings, and `deleted` marks are not sent.

export type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };
export type WireLineItem = Omit<Stripe.LineItem, 'price'> & { price: WirePrice | null };
export type WireSession = Stripe.Checkout.Session;
export type WirePlan = Omit<Stripe.Plan, 'amount_decimal'> & { amount_decimal: string | null };
export type WireSubscriptionItem = Omit<Stripe.SubscriptionItem, 'price' | 'plan'> & {
  price: WirePrice;
  plan: WirePlan;
};
export type WireSubscription = Omit<Stripe.Subscription, 'items'> & { items: Stripe.ApiList<WireSubscriptionItem> };
type WirePricing = Omit<Stripe.InvoiceLineItem.Pricing, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };
export type WireInvoiceLine = Omit<Stripe.InvoiceLineItem, 'pricing' | 'quantity_decimal'> & {
  pricing: WirePricing | null;
  quantity_decimal: string | null;
};
export type WireInvoice = Omit<Stripe.Invoice, 'lines'> & { lines: Stripe.ApiList<WireInvoiceLine> };

type OnTheWire<Told> = Told extends Stripe.Subscription
  ? WireSubscription
  : Told extends Stripe.Invoice
    ? WireInvoice
    : Told;

/** The events that the double sends, each with the object that Stripe puts into it. */
export type DoubleEvent =
  | Stripe.CheckoutSessionCompletedEvent
  | Stripe.CheckoutSessionAsyncPaymentSucceededEvent
  | Stripe.CheckoutSessionAsyncPaymentFailedEvent
  | Stripe.CheckoutSessionExpiredEvent
  | Stripe.PaymentIntentCreatedEvent
  | Stripe.PaymentIntentProcessingEvent
  | Stripe.PaymentIntentRequiresActionEvent
  | Stripe.PaymentIntentPaymentFailedEvent
  | Stripe.PaymentIntentSucceededEvent
  | Stripe.ChargePendingEvent
  | Stripe.ChargeFailedEvent
  | Stripe.ChargeSucceededEvent
  | Stripe.ChargeRefundedEvent
  | Stripe.RefundCreatedEvent
  | Stripe.RefundUpdatedEvent
  | Stripe.RefundFailedEvent
  | Stripe.ChargeDisputeCreatedEvent
  | Stripe.ChargeDisputeUpdatedEvent
  | Stripe.ChargeDisputeFundsWithdrawnEvent
  | Stripe.ChargeDisputeFundsReinstatedEvent
  | Stripe.ChargeDisputeClosedEvent
  | Stripe.CustomerCreatedEvent
  | Stripe.CustomerUpdatedEvent
  | Stripe.PaymentMethodAttachedEvent
  | Stripe.CustomerSubscriptionCreatedEvent
  | Stripe.CustomerSubscriptionUpdatedEvent
  | Stripe.CustomerSubscriptionDeletedEvent
  | Stripe.CustomerSubscriptionPausedEvent
  | Stripe.CustomerSubscriptionResumedEvent
  | Stripe.CustomerSubscriptionTrialWillEndEvent
  | Stripe.InvoiceCreatedEvent
  | Stripe.InvoiceFinalizedEvent
  | Stripe.InvoicePaidEvent
  | Stripe.InvoicePaymentSucceededEvent
  | Stripe.InvoicePaymentFailedEvent
  | Stripe.InvoicePaymentActionRequiredEvent
  | Stripe.InvoiceVoidedEvent
  | Stripe.InvoiceMarkedUncollectibleEvent
  | Stripe.InvoicePaymentPaidEvent;

export type DoubleEventType = DoubleEvent['type'];
export type EventObject<T extends DoubleEventType> = OnTheWire<Extract<DoubleEvent, { type: T }>['data']['object']>;

/** An event as it is stored and sent. */
export type WireEvent = Omit<Stripe.EventBase, 'type' | 'data'> & {
  type: DoubleEventType;
  data: { object: EventObject<DoubleEventType> };
};

/** The API version of the SDK in use; the double speaks no other. */
export const API_VERSION = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;
