/** A subscription as it is now, in the store's words. Amounts are minor units of `currency`. */
export type SubscriptionStanding = {
  subscriptionId: string;
  /** When Stripe began to be asked: of two answers, the one asked for later is believed. */
  readAt: Date;
  /** Our checkout that began it. */
  checkoutId: string;
  /** The customer at Stripe, for its portal. */
  stripeCustomerId: string;
  /**
   * `owing`: a renewal was not paid and is being tried again. `paused`: a trial ended without a card. `unfinished`: its
   * first payment has not come yet, and `ended` may follow without a single one.
   */
  status: 'unfinished' | 'trial' | 'active' | 'owing' | 'paused' | 'ended';
  /** Renewals are not collected while it is paused; periods go on. */
  collectionPausedUntil: 'not_paused' | 'further_notice' | Date;
  trialEndsAt: Date | null;
  /** When it will end by itself. */
  endsAt: Date | null;
  endedAt: Date | null;
  currency: string;
  items: SubscriptionItemStanding[];
};

export type SubscriptionItemStanding = {
  itemId: string;
  /** Place in our checkout; null for an item that was added at Stripe. */
  position: number | null;
  /** The plan of this store that it was sold as; null for a price that was made at Stripe. */
  planNumber: number | null;
  priceId: string;
  /** The product at Stripe. */
  stripeProductId: string;
  unitAmount: number;
  quantity: number;
  every: { interval: string; count: number };
  /** Moves when a period begins, before it is paid: what was paid is told by invoices only. */
  periodEndsAt: Date;
};

/** An invoice as it is now. */
export type InvoiceStanding = {
  invoiceId: string;
  number: string | null;
  /** Stripe's page, where it can be paid. */
  pageUrl: string | null;
  reason: 'first_period' | 'renewal' | 'change' | 'other';
  status: 'draft' | 'open' | 'paid' | 'given_up' | 'void';
  currency: string;
  subtotalAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
  paidAmount: number;
  paidAt: Date | null;
  /** Null: it is not tried again by itself. */
  nextTryAt: Date | null;
  /** Null: nothing was to be paid, or nobody has tried yet. */
  paymentIntentId: string | null;
  lines: InvoiceLineStanding[];
};

export type InvoiceLineStanding = {
  /** Null: not of a subscription. */
  itemId: string | null;
  priceId: string | null;
  quantity: number;
  amount: number;
  /** A credit or charge for the rest of a running period, when plans are changed. */
  isProration: boolean;
  startsAt: Date;
  endsAt: Date;
};
