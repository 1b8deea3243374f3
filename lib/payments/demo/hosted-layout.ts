import type Stripe from 'stripe';
import { formatMinorUnits } from '../../minor-units';

/** A button with what it does. `of` tells buttons of several forms on one page apart. */
export function option(action: string, label: string, explanation: string, kind = 'plain', of = ''): string {
  const id = `about-${action}${of && `-${of}`}`;
  return `<div class="option"><button type="submit" name="action" value="${action}" class="${kind}" aria-describedby="${id}">${escapeHtml(label)}</button><p id="${id}">${escapeHtml(explanation)}</p></div>`;
}

export function panel(heading: string, text: string, inner: string): string {
  return `<section class="panel"><h2>${escapeHtml(heading)}</h2><p>${escapeHtml(text)}</p>${inner}</section>`;
}

export function layout(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · Demo payments</title>
<link rel="stylesheet" href="/demo-payments/style.css"></head>
<body><p class="strip"><strong>Demo payments</strong> No card is charged, and no bank is asked. You choose the outcome.</p>
<header><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="9" class="mark"/><path d="M16 8.5a4.5 4.5 0 0 1 2.3 8.37L19.6 23h-7.2l1.3-6.13A4.5 4.5 0 0 1 16 8.5Z" class="hole"/></svg><span>Demo payment page</span></header>
<main>${body}</main></body></html>`;
}

/** Money as people read it; `amount` is in minor units, of which a currency may have none, two or three digits. */
export function moneyIn(currency: string): (amount: number) => string {
  return (amount) => formatMinorUnits(amount, currency);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** How often something is billed: `every month`, `every 3 months`. */
export function rhythm({
  interval,
  interval_count: count,
}: Pick<Stripe.Price.Recurring, 'interval' | 'interval_count'>): string {
  return count === 1 ? `every ${interval}` : `every ${count} ${interval}s`;
}

/** A day as people read it, of Stripe's seconds. */
export function dayOf(seconds: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(seconds * 1000));
}
