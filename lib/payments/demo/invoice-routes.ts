import type Stripe from 'stripe';
import { z } from 'zod';
import { type Double, seconds } from './double';
import { waitingLine } from './draft-invoice';
import { giveUpInvoice, voidInvoice } from './end-invoice';
import { expandInvoice } from './expand-fields';
import { finalizeInvoice } from './finalize-invoice';
import { found, newestFirst, subscriptionOf } from './find';
import { findPaymentMethod } from './make-card';
import { makeInvoice } from './make-invoice';
import { newId } from './new-id';
import { cardRefusal } from './pay-at-once';
import { payInvoice } from './pay-invoice';
import { expand, integer, metadata, pageParams, paramsOf, readParams } from './read-params';
import { listOf, type Route, route } from './route-table';
import { invalid } from './stripe-error';
import type { WireInvoice } from './wire';

const retrieve = z.strictObject({ expand: expand.optional() });
const list = paramsOf<Stripe.InvoiceListParams>()({
  ...pageParams,
  customer: z.string().optional(),
  expand: expand.optional(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
  subscription: z.string().optional(),
});
const create = paramsOf<Stripe.InvoiceCreateParams>()({
  customer: z.string(),
  collection_method: z.literal('charge_automatically').optional(),
  description: z.string().optional(),
  pending_invoice_items_behavior: z.literal('include'),
});
const createItem = paramsOf<Stripe.InvoiceItemCreateParams>()({
  amount: integer,
  currency: z.string().regex(/^[a-z]{3}$/),
  customer: z.string(),
  description: z.string().optional(),
  metadata: metadata.optional(),
});
const pay = paramsOf<Stripe.InvoicePayParams>()({ payment_method: z.string().optional() });
const listPayments = paramsOf<Stripe.InvoicePaymentListParams>()({
  ...pageParams,
  invoice: z.string().optional(),
  payment: paramsOf<Stripe.InvoicePaymentListParams.Payment>()({
    payment_intent: z.string(),
    type: z.literal('payment_intent'),
  }).optional(),
});

const find = (double: Double, id: string) => found(double.state.facts.invoices, 'invoice', id);

export const invoiceRoutes: Route[] = [
  route('POST', 'invoiceitems', ({ double, params }) => createInvoiceItem(double, params)),
  route('POST', 'invoices', ({ double, params }) => createInvoice(double, params)),
  route('GET', 'invoices', ({ double, params }) => {
    const wanted = readParams(list, params);
    const all = Object.values(double.state.facts.invoices).filter(
      (invoice) =>
        (!wanted.customer || invoice.customer === wanted.customer) &&
        (!wanted.status || invoice.status === wanted.status) &&
        (!wanted.subscription || subscriptionOf(double, invoice)?.id === wanted.subscription),
    );
    const names = (wanted.expand ?? []).map((name) => name.replace(/^data\./, ''));
    const page = listOf('/v1/invoices', newestFirst(all), wanted);
    return { ...page, data: page.data.map((invoice) => expandInvoice(double, invoice, names)) };
  }),
  route('GET', 'invoices/:id', ({ double, id, params }) =>
    expandInvoice(double, find(double, id), readParams(retrieve, params).expand),
  ),
  route('GET', 'invoices/:id/lines', ({ double, id, params }) =>
    listOf(`/v1/invoices/${id}/lines`, find(double, id).lines.data, readParams(z.strictObject(pageParams), params)),
  ),
  route('POST', 'invoices/:id/finalize', ({ double, id, params }) => {
    readParams(retrieve, params);
    const invoice = find(double, id);
    if (invoice.status !== 'draft')
      throw invalid('This invoice is already finalized.', undefined, 'invoice_not_editable');
    finalizeInvoice(double, invoice);
    return invoice;
  }),
  route('POST', 'invoices/:id/pay', ({ double, id, params }) => payByApi(double, find(double, id), params)),
  route('POST', 'invoices/:id/void', ({ double, id, params }) => {
    readParams(retrieve, params);
    return closed(find(double, id), (invoice) => voidInvoice(double, invoice));
  }),
  route('POST', 'invoices/:id/mark_uncollectible', ({ double, id, params }) => {
    readParams(retrieve, params);
    return closed(find(double, id), (invoice) => giveUpInvoice(double, invoice));
  }),
  route('GET', 'invoice_payments', ({ double, params }) => {
    const wanted = readParams(listPayments, params);
    const all = Object.values(double.state.facts.invoicePayments).filter(
      (made) =>
        (!wanted.invoice || made.invoice === wanted.invoice) &&
        (!wanted.payment || made.payment.payment_intent === wanted.payment.payment_intent),
    );
    return listOf('/v1/invoice_payments', newestFirst(all), wanted);
  }),
];

function createInvoiceItem(double: Double, params: URLSearchParams): object {
  const wanted = readParams(createItem, params);
  const customer = found(double.state.facts.customers, 'customer', wanted.customer);
  const at = seconds(double);
  const item = {
    id: newId('ii'),
    customerId: customer.id,
    currency: wanted.currency,
    amount: wanted.amount,
    description: wanted.description ?? '',
    period: { start: at, end: at },
    proration: null,
  };
  double.state.facts.invoiceItems[item.id] = item;
  const { id, amount, currency, description, period } = item;
  return { id, object: 'invoiceitem', amount, currency, customer: customer.id, date: at, description, period };
}

/** An invoice of no subscription, with everything that waits for this customer. */
function createInvoice(double: Double, params: URLSearchParams): WireInvoice {
  const wanted = readParams(create, params);
  const { customers, invoices, invoiceItems } = double.state.facts;
  const customer = found(customers, 'customer', wanted.customer);
  const waiting = Object.values(invoiceItems).filter((item) => item.customerId === customer.id && !item.proration);
  for (const item of waiting) delete invoiceItems[item.id];
  const at = seconds(double);
  const invoice = makeInvoice(double, {
    customer,
    subscription: null,
    billingReason: 'manual',
    currency: waiting[0]?.currency ?? 'usd',
    description: wanted.description ?? null,
    lines: waiting.map(waitingLine),
    period: { start: at, end: at },
    collection: 'charge_automatically',
    finalizesAt: null,
  });
  invoices[invoice.id] = invoice;
  double.announce('invoice.created', invoice);
  return invoice;
}

function payByApi(double: Double, invoice: WireInvoice, params: URLSearchParams): WireInvoice {
  const wanted = readParams(pay, params);
  if (invoice.status === 'draft') finalizeInvoice(double, invoice);
  const card = wanted.payment_method ? findPaymentMethod(double, wanted.payment_method).id : undefined;
  const paid = payInvoice(double, invoice, { paymentMethodId: card });
  if (paid.ok) return invoice;
  if (paid.reason === 'not_open') throw invalid('Invoice is not open.', undefined, 'invoice_not_open');
  throw cardRefusal();
}

function closed(invoice: WireInvoice, close: (invoice: WireInvoice) => void): WireInvoice {
  if (invoice.status !== 'open') throw invalid(`You can only pass in open invoices. This invoice isn't open.`);
  close(invoice);
  return invoice;
}
