import type Stripe from 'stripe';
import { z } from 'zod';
import { type Double, seconds } from './double';
import { found } from './find';
import { newId } from './new-id';
import { paramsOf, readParams } from './read-params';
import { type Route, route } from './route-table';

const create = paramsOf<Stripe.BillingPortal.SessionCreateParams>()({
  customer: z.string(),
  return_url: z.url().optional(),
});

export const portalRoutes: Route[] = [
  route('POST', 'billing_portal/sessions', ({ double, params }) => openPortal(double, params)),
];

/** A page where the customer changes the card, cancels and takes a cancellation back. Whoever has its address may. */
function openPortal(double: Double, params: URLSearchParams): Stripe.BillingPortal.Session {
  const wanted = readParams(create, params);
  const customer = found(double.state.facts.customers, 'customer', wanted.customer);
  const id = newId('bps');
  const session: Stripe.BillingPortal.Session = {
    id,
    object: 'billing_portal.session',
    configuration: 'bpc_demo',
    created: seconds(double),
    customer: customer.id,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: wanted.return_url ?? double.publicUrl,
    url: `${double.publicUrl}/demo-payments/${id}`,
  };
  double.state.facts.portalSessions[id] = session;
  return session;
}
