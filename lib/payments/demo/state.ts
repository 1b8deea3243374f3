import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type Stripe from 'stripe';
import type { WireEvent, WireInvoice, WireLineItem, WirePrice, WireSession, WireSubscription } from './wire';

/** Everything the double remembers. */
export type DoubleFacts = {
  version: 1;
  sessions: Record<string, StoredSession>;
  paymentIntents: Record<string, Stripe.PaymentIntent>;
  charges: Record<string, Stripe.Charge>;
  refunds: Record<string, Stripe.Refund>;
  disputes: Record<string, Stripe.Dispute>;
  products: Record<string, Stripe.Product>;
  prices: Record<string, WirePrice>;
  paymentMethods: Record<string, Stripe.PaymentMethod>;
  coupons: Record<string, Stripe.Coupon>;
  promotionCodes: Record<string, Stripe.PromotionCode>;
  customers: Record<string, Stripe.Customer>;
  subscriptions: Record<string, WireSubscription>;
  invoices: Record<string, WireInvoice>;
  invoicePayments: Record<string, Stripe.InvoicePayment>;
  /** What waits for the next invoice of its subscription or customer. */
  invoiceItems: Record<string, PendingInvoiceItem>;
  portalSessions: Record<string, Stripe.BillingPortal.Session>;
  /** Subscriptions whose customers have been told that the trial ends. */
  trialNotices: Record<string, true>;
  events: WireEvent[];
  deliveries: PendingDelivery[];
  idempotency: Record<string, RememberedAnswer>;
};

export type StoredSession = {
  session: WireSession;
  lines: WireLineItem[];
  paymentMetadata: Stripe.Metadata;
  /** What the subscription gets that this session will begin; left out: it is paid once. */
  subscription?: { metadata: Stripe.Metadata; description: string | null; trialDays: number | null };
  promotionCodeId: string | null;
};

/** Negative amounts are credits for time that was paid and will not be used. */
export type PendingInvoiceItem = {
  id: string;
  customerId: string;
  currency: string;
  amount: number;
  description: string;
  period: Stripe.InvoiceLineItem.Period;
  /** Null: an amount that belongs to no subscription. */
  proration: { subscriptionId: string; itemId: string; priceId: string; productId: string; quantity: number } | null;
};

/** An event the store has not acknowledged yet. Times are the machine's, in milliseconds: the network knows no demo clock. */
export type PendingDelivery = { eventId: string; attempts: number; dueAt: number };

/** The first answer to an Idempotency-Key. */
export type RememberedAnswer = { request: string; status: number; body: string; createdAt: number };

export type DoubleState = { facts: DoubleFacts; save(): Promise<void> };

const KEPT_EVENTS = 2_000;
const KEPT_IDEMPOTENCY_MS = 24 * 3600 * 1000;

/** Opens the double's memory; `file` left out keeps it in this process only. */
export async function openState(file: string | undefined): Promise<DoubleState> {
  const facts = file ? await readFacts(file) : emptyFacts();
  return { facts, save: file ? saver(file, facts) : async () => {} };
}

function emptyFacts(): DoubleFacts {
  return {
    version: 1,
    sessions: {},
    paymentIntents: {},
    charges: {},
    refunds: {},
    disputes: {},
    products: {},
    prices: {},
    paymentMethods: {},
    coupons: {},
    promotionCodes: {},
    customers: {},
    subscriptions: {},
    invoices: {},
    invoicePayments: {},
    invoiceItems: {},
    portalSessions: {},
    trialNotices: {},
    events: [],
    deliveries: [],
    idempotency: {},
  };
}

async function readFacts(file: string): Promise<DoubleFacts> {
  try {
    // Written by this module only, and whole or not at all (see below); an older one lacks the newer kinds of objects.
    return { ...emptyFacts(), ...(JSON.parse(await readFile(file, 'utf8')) as Partial<DoubleFacts>) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyFacts();
    throw error;
  }
}

/** Saves after one another; a save asked for while one runs waits for the next, which carries both changes. */
function saver(file: string, facts: DoubleFacts): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = writeFacts(file, facts).finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}

async function writeFacts(file: string, facts: DoubleFacts): Promise<void> {
  forgetOldThings(facts);
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(facts));
    // Before the new name: a power cut may otherwise keep the name and forget the content.
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await flushFolder(folder);
}

// The store's database is flushed too: it must not remember a payment that the double forgot.
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function forgetOldThings(facts: DoubleFacts): void {
  const waiting = new Set(facts.deliveries.map((delivery) => delivery.eventId));
  const surplus = facts.events.length - KEPT_EVENTS;
  if (surplus > 0) facts.events = facts.events.filter((event, index) => index >= surplus || waiting.has(event.id));
  const oldest = Date.now() - KEPT_IDEMPOTENCY_MS;
  for (const [key, answer] of Object.entries(facts.idempotency)) {
    if (answer.createdAt < oldest) delete facts.idempotency[key];
  }
}
