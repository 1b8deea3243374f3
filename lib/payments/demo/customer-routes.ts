import type Stripe from 'stripe';
import { z } from 'zod';
import type { Double } from './double';
import { found, newestFirst } from './find';
import { findPaymentMethod } from './make-card';
import { makeCustomer } from './make-customer';
import { expand, metadata, pageParams, paramsOf, readParams } from './read-params';
import { listOf, type Route, route } from './route-table';
import { attachCard, setDefaultCard } from './save-card';

const retrieve = z.strictObject({ expand: expand.optional() });
const facts = {
  description: z.string().optional(),
  email: z.email().optional(),
  invoice_settings: paramsOf<Stripe.CustomerCreateParams.InvoiceSettings>()({
    default_payment_method: z.string().optional(),
  }).optional(),
  metadata: metadata.default({}),
  name: z.string().optional(),
};
const create = paramsOf<Stripe.CustomerCreateParams>()({ ...facts, payment_method: z.string().optional() });
const update = paramsOf<Stripe.CustomerUpdateParams>()(facts);
const list = paramsOf<Stripe.CustomerListParams>()({ ...pageParams, email: z.string().optional() });
const attach = paramsOf<Stripe.PaymentMethodAttachParams>()({ customer: z.string() });
const cards = paramsOf<Stripe.CustomerListPaymentMethodsParams>()({
  ...pageParams,
  type: z.literal('card').optional(),
});

export const customerRoutes: Route[] = [
  route('POST', 'customers', ({ double, params }) => createCustomer(double, params)),
  route('GET', 'customers', ({ double, params }) => {
    const wanted = readParams(list, params);
    const all = Object.values(double.state.facts.customers).filter(
      (customer) => !wanted.email || customer.email === wanted.email,
    );
    return listOf('/v1/customers', newestFirst(all), wanted);
  }),
  route('GET', 'customers/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.customers, 'customer', id);
  }),
  route('POST', 'customers/:id', ({ double, id, params }) => {
    const wanted = readParams(update, params);
    const customer = found(double.state.facts.customers, 'customer', id);
    customer.email = wanted.email ?? customer.email;
    customer.name = wanted.name ?? customer.name ?? null;
    customer.description = wanted.description ?? customer.description;
    Object.assign(customer.metadata, wanted.metadata);
    const card = wanted.invoice_settings?.default_payment_method;
    if (card) setDefaultCard(double, customer, findPaymentMethod(double, card));
    else double.announce('customer.updated', customer);
    return customer;
  }),
  route('GET', 'customers/:id/payment_methods', ({ double, id, params }) => {
    const wanted = readParams(cards, params);
    const customer = found(double.state.facts.customers, 'customer', id);
    const all = Object.values(double.state.facts.paymentMethods).filter((method) => method.customer === customer.id);
    return listOf(`/v1/customers/${id}/payment_methods`, newestFirst(all), wanted);
  }),
  route('POST', 'payment_methods/:id/attach', ({ double, id, params }) => {
    const wanted = readParams(attach, params);
    const customer = found(double.state.facts.customers, 'customer', wanted.customer);
    return attachCard(double, customer, findPaymentMethod(double, id));
  }),
  route('GET', 'payment_methods/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.paymentMethods, 'payment_method', id);
  }),
];

function createCustomer(double: Double, params: URLSearchParams): Stripe.Customer {
  const wanted = readParams(create, params);
  const customer = makeCustomer(double, {
    email: wanted.email ?? null,
    name: wanted.name ?? null,
    description: wanted.description ?? null,
    metadata: wanted.metadata,
  });
  const card = wanted.payment_method ? findPaymentMethod(double, wanted.payment_method) : undefined;
  double.state.facts.customers[customer.id] = customer;
  const asDefault = wanted.invoice_settings?.default_payment_method;
  // One of Stripe's names means the same fresh card in both places.
  const chosen =
    asDefault === wanted.payment_method ? card : asDefault ? findPaymentMethod(double, asDefault) : undefined;
  double.announce('customer.created', customer);
  if (card) attachCard(double, customer, card);
  if (chosen) customer.invoice_settings.default_payment_method = chosen.id;
  return customer;
}
