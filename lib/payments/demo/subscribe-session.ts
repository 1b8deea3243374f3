import { completeSession } from './complete-session';
import { type Double, seconds } from './double';
import { behaviorOf } from './example-tax';
import { found } from './find';
import { type CardKind, saveCard } from './make-card';
import { makeCustomer } from './make-customer';
import type { LineToMake } from './make-invoice';
import { attachCard } from './save-card';
import { startSubscription } from './start-subscription';
import type { StoredSession } from './state';
import type { WireLineItem, WirePrice } from './wire';

/**
 * The buyer subscribes. The first period is paid here; `kind` says how the saved card behaves at the next ones. The caller
 * has looked whether the session is open.
 */
export function subscribeSession(double: Double, stored: StoredSession, kind: CardKind): void {
  const { session, lines } = stored;
  const customer = customerOf(double, stored);
  const card = saveCard(double, kind, { email: customer.email });
  attachCard(double, customer, card);
  const recurring = lines.flatMap((line) => (line.price?.recurring ? [{ line, price: line.price }] : []));
  const { subscription, invoice } = startSubscription(
    double,
    {
      customerId: customer.id,
      items: recurring.map(({ line, price }) => ({
        price,
        quantity: line.quantity ?? 1,
        metadata: line.metadata ?? {},
      })),
      metadata: stored.subscription?.metadata ?? {},
      description: stored.subscription?.description ?? null,
      trialDays: stored.subscription?.trialDays ?? null,
      withoutCard: 'create_invoice',
      paymentMethodId: card.id,
      isTaxed: session.automatic_tax.enabled,
    },
    {
      accept: true,
      present: true,
      discounts: recurring.map(({ line }) => ({ discount: line.amount_discount, tax: line.amount_tax })),
      extraLines: lines.flatMap((line) =>
        line.price && !line.price.recurring ? [onceLine(line, line.price, seconds(double))] : [],
      ),
    },
  );
  session.customer = customer.id;
  session.subscription = subscription.id;
  session.invoice = invoice.id;
  completeSession(
    double,
    stored,
    subscription.status === 'trialing' && invoice.total === 0 ? 'no_payment_required' : 'paid',
  );
}

/** The customer that the session named, or a new one with the buyer's address. */
function customerOf(double: Double, { session }: StoredSession) {
  const { customers } = double.state.facts;
  if (typeof session.customer === 'string') return found(customers, 'customer', session.customer);
  const email = session.customer_details?.email ?? session.customer_email;
  const customer = makeCustomer(double, { email, name: null, description: null, metadata: {} });
  customers[customer.id] = customer;
  double.announce('customer.created', customer);
  return customer;
}

/** What is bought once beside a subscription is billed with its first invoice. */
function onceLine(line: WireLineItem, price: WirePrice, at: number): LineToMake {
  return {
    amount: line.amount_subtotal,
    discount: line.amount_discount,
    tax: line.amount_tax,
    taxBehavior: behaviorOf(line.price),
    currency: line.currency,
    description: line.description ?? '',
    period: { start: at, end: at },
    quantity: line.quantity ?? 1,
    metadata: line.metadata ?? {},
    pricing: {
      priceId: price.id,
      productId: typeof price.product === 'string' ? price.product : price.product.id,
      unitAmount: price.unit_amount_decimal,
    },
    parent: {
      invoice_item_details: { invoice_item: line.id, proration: false, proration_details: null, subscription: null },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
  };
}
