import type Stripe from 'stripe';
import { type BankMoves, bankForm } from './bank-moves';
import { billingForm } from './billing-details';
import { behaviorOf, EXAMPLE_TAX_PERCENT } from './example-tax';
import { escapeHtml, layout, moneyIn, option, panel, rhythm } from './hosted-layout';
import { DEMO_PROMOTION_CODE } from './seed-promotions';
import type { StoredSession } from './state';
import type { WireLineItem, WireSession } from './wire';

const notices: Record<string, string> = {
  code_invalid: 'This code cannot be used here. Check its spelling, or pay without it.',
  promotion_gone:
    'The promotion code was used up in the meantime and has been taken off. Check the total, then pay again.',
};

type Money = (amount: number) => string;

type PageFacts = {
  intent?: Stripe.PaymentIntent | undefined;
  notice?: string | undefined;
  /** What the buyer's bank may still do about a payment that was made. */
  bank?: BankMoves | undefined;
};

/** The page as HTML. `stored` left out: there is no such payment. */
export function hostedPage(stored: StoredSession | undefined, { intent, notice, bank }: PageFacts = {}): string {
  if (!stored) {
    return layout(
      'Payment not found',
      `<section class="panel"><h1>Payment not found</h1><p>There is no payment at this address. Go back to the store and start the checkout again.</p></section>`,
    );
  }
  const money = moneyIn(stored.session.currency ?? 'usd');
  const total = money(stored.session.amount_total ?? 0);
  const text = notice && Object.hasOwn(notices, notice) ? notices[notice] : undefined;
  return layout(`Pay ${total}`, `${summary(stored, money, text)}${nextStep(stored, { intent, notice, bank }, total)}`);
}

function nextStep(stored: StoredSession, { intent, notice, bank }: PageFacts, total: string): string {
  const { session } = stored;
  if (session.status === 'expired') {
    return panel(
      'This payment page has expired',
      'Nothing was paid. Go back to the store and start the checkout again.',
      cancelForm(),
    );
  }
  if (session.status === 'complete') return completed(stored, intent, bank);
  if (intent?.status === 'requires_action') return authentication();
  if (stored.subscription) return subscribing(stored.subscription.trialDays, total, notice === 'declined');
  return outcomes(total, intent?.last_payment_error?.message);
}

function subscribing(trialDays: number | null, total: string, isDeclined: boolean): string {
  const today = trialDays ? `Start ${trialDays} days of trial` : `Pay ${total}`;
  return panel(
    'Choose what happens',
    'The subscription renews by the store’s clock. You choose how the card behaves today and at each renewal.',
    `${declinedAlert(isDeclined ? 'Your card was declined.' : undefined)}<form method="post" class="outcomes">
${option('pay', today, 'The card is accepted, today and at every renewal.', 'primary')}
${option('pay_then_decline', 'Decline renewals', 'The card is accepted today. Renewals are refused until another card is given.')}
${option('pay_then_authenticate', 'Confirm renewals', 'The card is accepted today. At a renewal its bank asks for you, on the invoice’s page.')}
${option('decline', 'Decline', 'The bank refuses the card. You stay on this page and may try again.')}
${option('cancel', 'Cancel', 'Back to the store without subscribing.', 'quiet')}
</form>`,
  );
}

function declinedAlert(declined: string | undefined): string {
  return declined
    ? `<p class="notice bad" role="alert"><strong>Payment failed.</strong> ${escapeHtml(declined)} Choose another outcome to try again.</p>`
    : '';
}

function outcomes(total: string, declined: string | undefined): string {
  const alert = declinedAlert(declined);
  return panel(
    'Choose what happens',
    'Each button plays one answer of a bank. The store hears of it by a signed message, exactly as it would from Stripe.',
    `${alert}<form method="post" class="outcomes">
${option('pay', `Pay ${total}`, 'The card is accepted and the order is paid at once.', 'primary')}
${option('decline', 'Decline', 'The bank refuses the card. You stay on this page and may try again.')}
${option('authenticate', 'Needs authentication', 'The bank wants you to confirm the payment first.')}
${option('later', 'Succeeds later', 'Like a bank debit: the order waits, and you decide here how it ends.')}
${option('cancel', 'Cancel', 'Back to the store without paying.', 'quiet')}
</form>`,
  );
}

function authentication(): string {
  return panel(
    'Confirm it is you',
    'Your bank asks for your approval before it pays. In a real payment you would do this in your banking app.',
    `<form method="post" class="outcomes">
${option('pay', 'Approve payment', 'The bank pays, and the order is complete.', 'primary')}
${option('refuse', 'Refuse payment', 'The payment fails. You may choose another outcome after that.')}
</form>`,
  );
}

function completed({ session }: StoredSession, intent: PageFacts['intent'], bank: PageFacts['bank']): string {
  const back = session.success_url
    ? `<a class="button" href="${escapeHtml(session.success_url)}">Return to the store</a>`
    : '';
  if (intent?.status === 'processing') {
    return panel(
      'The payment is on its way',
      'The order waits for its money. Let it arrive or fail now, or leave it waiting and come back to this address later.',
      `<form method="post" class="outcomes">
${option('succeed', 'Let it succeed', 'The money arrives, and the store issues the keys.', 'primary')}
${option('fail', 'Let it fail', 'The bank does not pay, and the store cancels the order.')}
</form><p class="after">${back}</p>`,
    );
  }
  const failed = session.payment_status === 'unpaid';
  return failed
    ? panel('This payment failed', 'The bank did not pay. The order has been cancelled.', back)
    : panel('This payment is complete', 'The store has been told.', back + bankForm(bank));
}

function cancelForm(): string {
  return `<form method="post" class="outcomes"><div class="option"><button type="submit" name="action" value="cancel" class="plain">Return to the store</button></div></form>`;
}

function summary(
  { session, lines }: StoredSession,
  money: (amount: number) => string,
  notice: string | undefined,
): string {
  const discount = session.total_details?.amount_discount ?? 0;
  const rows = lines.map((line) => lineRow(line, money)).join('\n');
  const discountRow = discount > 0 ? `<tr><th scope="row">Discount</th><td>${money(-discount)}</td></tr>` : '';
  const taxRow = taxSummary(session, lines, money);
  return `<section class="panel summary" aria-labelledby="summary">
<h1 id="summary">${escapeHtml(money(session.amount_total ?? 0))}</h1>
<p class="for">${session.customer_email ? `for ${escapeHtml(session.customer_email)}` : 'Your order'}</p>
<table><caption class="hidden">Your order</caption><tbody>
${rows}
${discountRow}
${taxRow}
<tr class="total"><th scope="row">Total</th><td>${escapeHtml(money(session.amount_total ?? 0))}</td></tr>
</tbody></table>
${session.status === 'open' && session.allow_promotion_codes ? promotion(discount > 0, notice) : ''}
${session.status === 'open' ? billingForm(session) : ''}
</section>`;
}

function taxSummary({ automatic_tax, total_details }: WireSession, lines: WireLineItem[], money: Money): string {
  if (!automatic_tax.enabled) return '';
  const isIncluded = lines.every((line) => behaviorOf(line.price) === 'inclusive');
  const name = `VAT ${EXAMPLE_TAX_PERCENT} %${isIncluded ? ' (included)' : ''}`;
  return `<tr><th scope="row">${name}</th><td>${escapeHtml(money(total_details?.amount_tax ?? 0))}</td></tr>`;
}

function lineRow(line: WireLineItem, money: (amount: number) => string): string {
  const quantity = line.quantity && line.quantity > 1 ? `<span class="quantity">${line.quantity} ×</span> ` : '';
  const every = line.price?.recurring ? `<span class="quantity">, ${rhythm(line.price.recurring)}</span>` : '';
  return `<tr><th scope="row">${quantity}${escapeHtml(line.description ?? '')}${every}</th><td>${escapeHtml(money(line.amount_subtotal))}</td></tr>`;
}

function promotion(isApplied: boolean, notice: string | undefined): string {
  const alert = notice ? `<p class="notice bad" role="alert">${escapeHtml(notice)}</p>` : '';
  if (isApplied) {
    return `${alert}<form method="post" class="code"><p>A promotion code is applied.</p><button type="submit" name="action" value="remove_code" class="plain small">Remove code</button></form>`;
  }
  return `${alert}<form method="post" class="code"><label for="code">Promotion code</label><div class="field"><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="50" required aria-describedby="code-hint"><button type="submit" name="action" value="apply_code" class="plain small">Apply code</button></div><p id="code-hint" class="hint">Try ${DEMO_PROMOTION_CODE}.</p></form>`;
}
