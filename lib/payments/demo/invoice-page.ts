import { bankForm, bankMoves, intentOfInvoice, playBank } from './bank-moves';
import type { Double } from './double';
import { found, subscriptionOf } from './find';
import { dayOf, escapeHtml, layout, moneyIn, option, panel } from './hosted-layout';
import { saveCard } from './make-card';
import { payInvoice } from './pay-invoice';
import { setDefaultCard } from './save-card';
import type { WireInvoice } from './wire';

/** An invoice as its customer sees it: what it bills, and, while it is open, how to pay it. */
export function invoicePage(double: Double, invoice: WireInvoice, notice: string | undefined): string {
  const money = moneyIn(invoice.currency);
  const rows = invoice.lines.data.map(
    (line) =>
      `<tr><th scope="row">${escapeHtml(line.description ?? '')}<br><span class="quantity">${dayOf(line.period.start)} to ${dayOf(line.period.end)}</span></th><td>${escapeHtml(money(line.amount))}</td></tr>`,
  );
  const heading = invoice.number ? `Invoice ${invoice.number}` : 'Draft of an invoice';
  const tax = (invoice.total_taxes ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const credit = Math.max(0, invoice.total) - invoice.amount_due;
  const summary = `<section class="panel summary" aria-labelledby="summary">
<h1 id="summary">${escapeHtml(money(invoice.amount_due))}</h1>
<p class="for">${escapeHtml(heading)}${invoice.customer_email ? `, for ${escapeHtml(invoice.customer_email)}` : ''}</p>
<table><caption class="hidden">${escapeHtml(heading)}</caption><tbody>
${rows.join('\n')}
${amountRow('Discount', money(invoice.subtotal - (invoice.total - tax)), invoice.subtotal !== invoice.total - tax)}
${amountRow('Tax', money(tax), tax > 0)}
${amountRow('Credit used', money(-credit), credit > 0)}
<tr class="total"><th scope="row">To pay</th><td>${escapeHtml(money(invoice.amount_due))}</td></tr>
</tbody></table></section>`;
  return layout(heading, summary + nextStep(double, invoice, notice));
}

/** Does what a button of the page says and tells where the browser goes next. */
export function actOnInvoice(double: Double, invoice: WireInvoice, form: URLSearchParams): string {
  const here = `/demo-payments/${invoice.id}`;
  const action = form.get('action') ?? '';
  if (action === 'pay' || action === 'decline') {
    const kind = action === 'pay' ? 'works' : 'declines';
    const card = saveCard(double, kind, { email: invoice.customer_email });
    const paid = payInvoice(double, invoice, { paymentMethodId: card.id, present: true });
    if (!paid.ok) return `${here}?notice=declined`;
    const customer = found(double.state.facts.customers, 'customer', String(invoice.customer));
    setDefaultCard(double, customer, card);
    const subscription = subscriptionOf(double, invoice);
    if (subscription) subscription.default_payment_method = card.id;
  } else {
    playBank(double, intentOfInvoice(double, invoice.id), action);
  }
  return here;
}

function amountRow(label: string, amount: string, isShown: boolean): string {
  return isShown ? `<tr><th scope="row">${label}</th><td>${escapeHtml(amount)}</td></tr>` : '';
}

function nextStep(double: Double, invoice: WireInvoice, notice: string | undefined): string {
  switch (invoice.status) {
    case 'open':
    case 'uncollectible':
      return payPanel(invoice, notice === 'declined');
    case 'paid':
      return panel(
        'This invoice is paid',
        `Paid on ${dayOf(invoice.status_transitions.paid_at ?? invoice.created)}.`,
        bankForm(bankMoves(double, intentOfInvoice(double, invoice.id))),
      );
    case 'void':
      return panel('This invoice is void', 'Nobody has to pay it.', '');
    default:
      return panel('This invoice is a draft', 'It becomes final, and is collected, within the hour.', '');
  }
}

function payPanel(invoice: WireInvoice, isDeclined: boolean): string {
  const alert = isDeclined
    ? '<p class="notice bad" role="alert"><strong>Payment failed.</strong> Your card was declined.</p>'
    : '';
  const retry = invoice.next_payment_attempt;
  return panel(
    'This invoice is open',
    retry
      ? `The card on file is tried again on ${dayOf(retry)}. You may pay now with another one.`
      : 'It has not been paid.',
    `${alert}<form method="post" class="outcomes">
${option('pay', `Pay ${moneyIn(invoice.currency)(invoice.amount_due)}`, 'A card that works pays it, and later renewals.', 'primary')}
${option('decline', 'Decline', 'The bank refuses this card too.')}
</form>`,
  );
}
