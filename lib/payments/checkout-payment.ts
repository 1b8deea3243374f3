import type { InvoiceFacts } from './invoice-facts';
import type { InvoiceStanding, SubscriptionStanding } from './subscription-standing';

/** What Stripe says a checkout comes to. All amounts are minor units of `currency`. */
export type CheckoutPayment = {
  /** Our checkout, as we told Stripe when the session was opened. */
  checkoutId: string;
  /** Null when the money did not come through Stripe: an admin noted the payment. */
  sessionId: string | null;
  /** Null when there was nothing to pay (a promotion code took it all), or it was paid outside. */
  paymentIntentId: string | null;
  /** ISO 4217, lower case. */
  currency: string;
  subtotalAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
  lines: CheckoutLine[];
  /** Left out when nothing was entered on a payment page: the money came outside. */
  invoice?: InvoiceFacts;
  /** The subscription that it began. */
  subscription?: BegunSubscription;
};

export type BegunSubscription = {
  standing: SubscriptionStanding;
  /** What the checkout itself paid. */
  invoice: InvoiceStanding;
  /** The price at Stripe of each line, by its place in our checkout. */
  priceIds: ReadonlyMap<number, string>;
};

/** One frozen item of our checkout, after discount and tax. */
export type CheckoutLine = {
  /** Place of the item in our checkout. */
  position: number;
  /** At Stripe. */
  priceId?: string;
  quantity: number;
  subtotalAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
};

export type RefundStanding = {
  refundId: string;
  amount: number;
  status: 'pending' | 'succeeded' | 'failed';
  reason: string | null;
  /** How many units of which position were given back, when the refund says so; empty when only money was returned. */
  quantities: { position: number; quantity: number }[];
  /** Exactly what goes back for which position: told by refunds that were asked for in this store. */
  parts?: RefundPart[];
  /** Which request of this store it answers. */
  requestId?: string;
  createdAt: Date;
};

/** Units (maybe none) and money in minor units that one position of a checkout gives back. */
export type RefundPart = { position: number; quantity: number; amount: number };

export type DisputeStanding = { disputeId: string; status: 'open' | 'won' | 'lost' };

/** How a checkout stands at this moment, whatever order the news arrived in. */
export type CheckoutStanding =
  | { kind: 'open'; checkoutId: string; sessionId: string }
  | { kind: 'checkout_expired'; checkoutId: string; sessionId: string }
  | { kind: 'awaiting_payment'; payment: CheckoutPayment }
  | { kind: 'payment_failed'; payment: CheckoutPayment }
  | { kind: 'paid'; payment: CheckoutPayment }
  /** Paid, and every refund there has ever been of that payment with its present status. */
  | { kind: 'refunded'; payment: CheckoutPayment; refunds: RefundStanding[] };
