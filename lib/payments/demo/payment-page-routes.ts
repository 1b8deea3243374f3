import { z } from 'zod';
import { findSession, found } from './find';
import { integer, readParams } from './read-params';
import { type Route, route } from './route-table';
import { paySession } from './settle-session';
import type { StoredSession } from './state';
import { invalid } from './stripe-error';

// Stripe's hosted page works through these two; its CLI uses them to play the buyer. They are in no public reference:
// the parameters are what `stripe trigger checkout.session.completed` sends.
const confirm = z.strictObject({ payment_method: z.string(), expected_amount: integer });

export const paymentPageRoutes: Route[] = [
  route('GET', 'payment_pages/:id', ({ double, id, params }) => {
    readParams(z.strictObject({}), params);
    return pageOf(findSession(double, id));
  }),
  route('POST', 'payment_pages/:id/confirm', ({ double, id, params }) => {
    const wanted = readParams(confirm, params);
    const stored = findSession(double, id);
    found(double.state.facts.paymentMethods, 'payment_method', wanted.payment_method);
    if (stored.session.amount_total !== wanted.expected_amount) {
      throw invalid('The amount of this session has changed.', 'expected_amount', 'checkout_amount_mismatch');
    }
    const paid = paySession(double, stored);
    if (!paid.ok) throw invalid('This Checkout Session is no longer open.');
    return pageOf(stored);
  }),
];

function pageOf({ session }: StoredSession) {
  return {
    id: `ppage_${session.id.slice(8, 32)}`,
    object: 'checkout.session',
    session_id: session.id,
    livemode: false,
    status: session.status,
    payment_status: session.payment_status,
    currency: session.currency,
    amount_total: session.amount_total,
  };
}
