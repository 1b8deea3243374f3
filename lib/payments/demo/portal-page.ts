import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { nameOf } from './draft-invoice';
import { lastPeriodEnd, planEnd } from './end-subscription';
import { found, subscriptionOf } from './find';
import { dayOf, escapeHtml, layout, moneyIn, option, rhythm } from './hosted-layout';
import { type CardKind, cardKind, saveCard } from './make-card';
import { setDefaultCard } from './save-card';
import type { WireSubscription } from './wire';

type Portal = Stripe.BillingPortal.Session;

const OPEN_FOR_SECONDS = 24 * 3600;

const kinds: Record<string, CardKind> = {
  card_works: 'works',
  card_declines: 'declines',
  card_authenticates: 'authenticates',
};

const saved: Record<string, string> = {
  card: 'The card has been changed.',
  cancelled: 'The subscription ends with its period.',
  kept: 'The subscription goes on.',
};

const cardWords: Partial<Record<CardKind, string>> = {
  works: 'It works.',
  declines: 'It will be declined.',
  authenticates: 'Its bank asks for you each time.',
};

/** The page where a customer looks after subscriptions and the card. */
export function portalPage(double: Double, portal: Portal, notice: string | undefined): string {
  if (isOver(double, portal)) {
    return layout(
      'This page has expired',
      `<section class="panel"><h1>This page has expired</h1><p>Open it again from the store.</p>${back(portal)}</section>`,
    );
  }
  const said = notice && Object.hasOwn(saved, notice) ? saved[notice] : undefined;
  const status = said ? `<p class="notice good" role="status">${escapeHtml(said)}</p>` : '';
  const owned = subscriptionsOf(double, portal);
  const list =
    owned.length > 0
      ? owned.map((subscription) => subscriptionPart(double, subscription)).join('\n')
      : '<p>You have no subscription that is running.</p>';
  return layout(
    'Your subscriptions',
    `<section class="panel" aria-labelledby="subscriptions"><h1 class="small-heading" id="subscriptions">Your subscriptions</h1>${status}${list}${back(portal)}</section>${cardPart(double, portal)}`,
  );
}

/** Does what a button of the page says and tells where the browser goes next. */
export function actOnPortal(double: Double, portal: Portal, form: URLSearchParams): string {
  const here = `/demo-payments/${portal.id}`;
  if (isOver(double, portal)) return here;
  const action = form.get('action') ?? '';
  const kind = Object.hasOwn(kinds, action) ? kinds[action] : undefined;
  if (kind) return changeCard(double, portal, kind);
  const subscription = subscriptionsOf(double, portal).find(({ id }) => id === form.get('subscription'));
  if (!subscription || (action !== 'cancel' && action !== 'keep')) return here;
  planEnd(double, subscription, { atPeriodEnd: action === 'cancel' });
  double.announce('customer.subscription.updated', subscription);
  return `${here}?notice=${action === 'cancel' ? 'cancelled' : 'kept'}`;
}

function changeCard(double: Double, portal: Portal, kind: CardKind): string {
  const customer = found(double.state.facts.customers, 'customer', portal.customer);
  const card = saveCard(double, kind, { email: customer.email });
  setDefaultCard(double, customer, card);
  for (const subscription of subscriptionsOf(double, portal)) {
    subscription.default_payment_method = card.id;
    double.announce('customer.subscription.updated', subscription);
  }
  return `/demo-payments/${portal.id}?notice=card`;
}

function subscriptionsOf(double: Double, portal: Portal): WireSubscription[] {
  return Object.values(double.state.facts.subscriptions).filter(
    ({ customer, ended_at }) => customer === portal.customer && ended_at === null,
  );
}

function subscriptionPart(double: Double, subscription: WireSubscription): string {
  const money = moneyIn(subscription.currency);
  const items = subscription.items.data.map(
    (item) =>
      `<tr><th scope="row">${item.quantity ?? 1} × ${escapeHtml(nameOf(double, item))}</th><td>${escapeHtml(money((item.price.unit_amount ?? 0) * (item.quantity ?? 1)))} <span class="quantity">${item.price.recurring ? rhythm(item.price.recurring) : ''}</span></td></tr>`,
  );
  const ends = subscription.cancel_at;
  const words = ends ? `Ends on ${dayOf(ends)}.` : `${stateWords(subscription)} ${dayOf(lastPeriodEnd(subscription))}.`;
  const button = ends
    ? option(
        'keep',
        'Keep subscription',
        'Takes the cancellation back. It renews as before.',
        'primary',
        subscription.id,
      )
    : option(
        'cancel',
        'Cancel subscription',
        'It stays yours until the running period ends.',
        'plain',
        subscription.id,
      );
  return `<table><caption class="hidden">Subscription</caption><tbody>${items.join('')}</tbody></table><p>${escapeHtml(words)}</p>${openInvoice(double, subscription)}
<form method="post" class="outcomes"><input type="hidden" name="subscription" value="${escapeHtml(subscription.id)}">${button}</form>`;
}

function stateWords({ status }: WireSubscription): string {
  if (status === 'trialing') return 'The trial ends on';
  return status === 'past_due' ? 'The last payment failed. The period ends on' : 'Renews on';
}

function openInvoice(double: Double, subscription: WireSubscription): string {
  const owed = Object.values(double.state.facts.invoices).find(
    (invoice) => invoice.status === 'open' && subscriptionOf(double, invoice)?.id === subscription.id,
  );
  return owed ? `<p><a class="button" href="/demo-payments/${owed.id}">Pay open invoice</a></p>` : '';
}

function cardPart(double: Double, portal: Portal): string {
  const { customers, paymentMethods } = double.state.facts;
  const id = found(customers, 'customer', portal.customer).invoice_settings.default_payment_method;
  const first = subscriptionsOf(double, portal)[0]?.default_payment_method;
  const method = paymentMethods[String(id ?? first)];
  const kind = cardKind(method);
  const now = method
    ? `The card in use ends in ${method.card?.last4 ?? ''}. ${(kind && cardWords[kind]) ?? ''}`
    : 'No card is saved.';
  return `<section class="panel"><h2>Change the card</h2><p>${escapeHtml(now)}</p><form method="post" class="outcomes">
${option('card_works', 'Card that works', 'Every renewal is paid.')}
${option('card_declines', 'Card that declines', 'Renewals are refused, and tried again some days later.')}
${option('card_authenticates', 'Card that asks', 'At each renewal its bank asks for you, on the invoice’s page.')}
</form></section>`;
}

function back(portal: Portal): string {
  return `<p class="after"><a class="button" href="${escapeHtml(portal.return_url ?? '/')}">Return to the store</a></p>`;
}

function isOver(double: Double, portal: Portal): boolean {
  return seconds(double) > portal.created + OPEN_FOR_SECONDS;
}
