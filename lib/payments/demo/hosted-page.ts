import type Stripe from 'stripe';
import { DEMO_PROMOTION_CODE } from './seed-promotions';
import type { StoredSession } from './state';
import type { WireLineItem } from './wire';

const notices: Record<string, string> = {
  code_invalid: 'This code cannot be used here. Check its spelling, or pay without it.',
  promotion_gone:
    'The promotion code was used up in the meantime and has been taken off. Check the total, then pay again.',
};

/** The page as HTML. `stored` left out: there is no such payment. */
export function hostedPage(
  stored: StoredSession | undefined,
  intent: Stripe.PaymentIntent | undefined,
  notice?: string,
): string {
  if (!stored) {
    return layout(
      'Payment not found',
      `<section class="panel"><h1>Payment not found</h1><p>There is no payment at this address. Go back to the store and start the checkout again.</p></section>`,
    );
  }
  const money = moneyIn(stored.session.currency ?? 'usd');
  const total = money(stored.session.amount_total ?? 0);
  const text = notice && Object.hasOwn(notices, notice) ? notices[notice] : undefined;
  return layout(`Pay ${total}`, `${summary(stored, money, text)}${nextStep(stored, intent, total)}`);
}

function nextStep(stored: StoredSession, intent: Stripe.PaymentIntent | undefined, total: string): string {
  const { session } = stored;
  if (session.status === 'expired') {
    return panel(
      'This payment page has expired',
      'Nothing was paid. Go back to the store and start the checkout again.',
      cancelForm(),
    );
  }
  if (session.status === 'complete') return completed(stored, intent);
  if (intent?.status === 'requires_action') return authentication();
  return outcomes(total, intent?.last_payment_error?.message);
}

function outcomes(total: string, declined: string | undefined): string {
  const alert = declined
    ? `<p class="notice bad" role="alert"><strong>Payment failed.</strong> ${escapeHtml(declined)} Choose another outcome to try again.</p>`
    : '';
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

function completed({ session }: StoredSession, intent: Stripe.PaymentIntent | undefined): string {
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
    : panel('This payment is complete', 'There is nothing left to do here.', back);
}

function option(action: string, label: string, explanation: string, kind = 'plain'): string {
  const id = `about-${action}`;
  return `<div class="option"><button type="submit" name="action" value="${action}" class="${kind}" aria-describedby="${id}">${escapeHtml(label)}</button><p id="${id}">${escapeHtml(explanation)}</p></div>`;
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
  return `<section class="panel summary" aria-labelledby="summary">
<h1 id="summary">${escapeHtml(money(session.amount_total ?? 0))}</h1>
<p class="for">${session.customer_email ? `for ${escapeHtml(session.customer_email)}` : 'Your order'}</p>
<table><caption class="hidden">Your order</caption><tbody>
${rows}
${discountRow}
<tr class="total"><th scope="row">Total</th><td>${escapeHtml(money(session.amount_total ?? 0))}</td></tr>
</tbody></table>
${session.status === 'open' && session.allow_promotion_codes ? promotion(discount > 0, notice) : ''}
</section>`;
}

function lineRow(line: WireLineItem, money: (amount: number) => string): string {
  const quantity = line.quantity && line.quantity > 1 ? `<span class="quantity">${line.quantity} ×</span> ` : '';
  return `<tr><th scope="row">${quantity}${escapeHtml(line.description ?? '')}</th><td>${escapeHtml(money(line.amount_subtotal))}</td></tr>`;
}

function promotion(isApplied: boolean, notice: string | undefined): string {
  const alert = notice ? `<p class="notice bad" role="alert">${escapeHtml(notice)}</p>` : '';
  if (isApplied) {
    return `${alert}<form method="post" class="code"><p>A promotion code is applied.</p><button type="submit" name="action" value="remove_code" class="plain small">Remove code</button></form>`;
  }
  return `${alert}<form method="post" class="code"><label for="code">Promotion code</label><div class="field"><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="50" required aria-describedby="code-hint"><button type="submit" name="action" value="apply_code" class="plain small">Apply code</button></div><p id="code-hint" class="hint">Try ${DEMO_PROMOTION_CODE}.</p></form>`;
}

function panel(heading: string, text: string, inner: string): string {
  return `<section class="panel"><h2>${escapeHtml(heading)}</h2><p>${escapeHtml(text)}</p>${inner}</section>`;
}

function layout(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · Demo payments</title>
<link rel="stylesheet" href="/demo-payments/style.css"></head>
<body><p class="strip"><strong>Demo payments</strong> No card is charged, and no bank is asked. You choose the outcome.</p>
<header><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="9" class="mark"/><path d="M16 8.5a4.5 4.5 0 0 1 2.3 8.37L19.6 23h-7.2l1.3-6.13A4.5 4.5 0 0 1 16 8.5Z" class="hole"/></svg><span>Demo payment page</span></header>
<main>${body}</main></body></html>`;
}

/** Money as people read it; `amount` is in minor units, of which a currency may have none, two or three digits. */
function moneyIn(currency: string): (amount: number) => string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (amount) => format.format(amount / 10 ** digits);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
