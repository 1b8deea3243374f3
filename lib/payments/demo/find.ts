import type Stripe from 'stripe';
import type { Double } from './double';
import type { StoredSession } from './state';
import { notFound } from './stripe-error';
import type { WireInvoice, WireSubscription } from './wire';

export function findSession(double: Double, id: string): StoredSession {
  return found(double.state.facts.sessions, 'checkout.session', id);
}

/** The object, or Stripe's refusal. Own properties only: an id like `constructor` finds nothing. */
export function found<T>(objects: Record<string, T>, kind: string, id: string): T {
  const object = Object.hasOwn(objects, id) ? objects[id] : undefined;
  if (!object) throw notFound(kind, id);
  return object;
}

/** Objects are kept in the order they were made; Stripe lists the newest first. */
export function newestFirst<T>(objects: T[]): T[] {
  return [...objects].reverse();
}

export function invoicePaymentsOf(double: Double, invoiceId: string): Stripe.InvoicePayment[] {
  return Object.values(double.state.facts.invoicePayments).filter(({ invoice }) => invoice === invoiceId);
}

/** The subscription that an invoice bills, if any. */
export function subscriptionOf(double: Double, invoice: WireInvoice): WireSubscription | undefined {
  const id = invoice.parent?.subscription_details?.subscription;
  return typeof id === 'string' ? double.state.facts.subscriptions[id] : undefined;
}
