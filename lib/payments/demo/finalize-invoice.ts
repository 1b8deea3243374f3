import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { found } from './find';
import { makePaymentIntent } from './make-payment';
import { newId } from './new-id';
import type { WireInvoice } from './wire';

/** Draft to open: number, page and payment come into being, and the customer's credit is used. */
export function finalizeInvoice(double: Double, invoice: WireInvoice): void {
  if (invoice.status !== 'draft') return;
  const { customers } = double.state.facts;
  const customer = found(customers, 'customer', String(invoice.customer));
  const sequence = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = sequence + 1;
  applyCredit(customer, invoice);
  Object.assign(invoice, {
    auto_advance: invoice.collection_method === 'charge_automatically',
    automatically_finalizes_at: null,
    effective_at: seconds(double),
    hosted_invoice_url: `${double.publicUrl}/demo-payments/${invoice.id}`,
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`,
    status: 'open',
  } satisfies Partial<WireInvoice>);
  invoice.status_transitions.finalized_at = seconds(double);
  double.announce('invoice.finalized', invoice);
  if (invoice.amount_due > 0) promisePayment(double, invoice, customer);
}

/** A total below zero becomes credit; credit from before pays what it can. Credit is a negative balance, as at Stripe. */
function applyCredit(customer: Stripe.Customer, invoice: WireInvoice): void {
  invoice.starting_balance = customer.balance;
  const used = Math.min(Math.max(0, invoice.total), Math.max(0, -customer.balance));
  customer.balance += Math.min(0, invoice.total) + used;
  invoice.ending_balance = customer.balance;
  invoice.amount_due = Math.max(0, invoice.total) - used;
  invoice.amount_remaining = invoice.amount_due;
}

function promisePayment(double: Double, invoice: WireInvoice, customer: Stripe.Customer): void {
  const { paymentIntents, invoicePayments } = double.state.facts;
  const intent = makePaymentIntent(double, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customerId: customer.id,
    description: invoice.parent ? 'Subscription update' : 'Payment for Invoice',
    metadata: {},
  });
  paymentIntents[intent.id] = intent;
  const payment: Stripe.InvoicePayment = {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: seconds(double),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  };
  invoicePayments[payment.id] = payment;
  double.announce('payment_intent.created', intent);
}
