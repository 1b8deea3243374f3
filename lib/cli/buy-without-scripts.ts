import { StartRefused } from '../errors';
import type { HtmlForm } from './html-forms';
import type { Page, PlainBrowser } from './plain-browser';

export type Purchase = {
  plan: { number: number; productSlug: string };
  quantity: number;
  buyer: { email: string; name: string; password: string };
};

/**
 * Buys a plan as a guest without scripts would: cart, checkout, Pay, the hosted payment page. Whoever has an account at
 * the address gets the order there. Answers the payment session. A step that does not lead on is refused in one sentence.
 */
export async function buyWithoutScripts(browser: PlainBrowser, purchase: Purchase): Promise<{ sessionId: string }> {
  await putIntoCart(browser, purchase);
  const hosted = await pressPay(browser, purchase.buyer);
  const sessionId = hosted.url.pathname.split('/').at(-1) ?? '';
  const form = formWhere(hosted, (each) => each.buttons.some(({ value }) => value === 'pay'));
  await browser.submit(hosted, form, {}, 'pay');
  return { sessionId };
}

async function putIntoCart(browser: PlainBrowser, { plan, quantity }: Purchase): Promise<void> {
  const page = await browser.open(`/products/${plan.productSlug}`);
  const wanted = String(plan.number);
  const offersPlan = (form: HtmlForm) => form.choices.some(({ value }) => value === wanted);
  const form = formWhere(page, (each) => offersPlan(each) && has(each, 'quantity'));
  const field = form.choices.find(({ value, name }) => value === wanted && name !== 'quantity')?.name ?? '';
  await browser.submit(page, form, { [field]: wanted, quantity: String(quantity) });
}

async function pressPay(browser: PlainBrowser, buyer: Purchase['buyer']): Promise<Page> {
  const page = await browser.open('/checkout');
  // Its button says what it costs or that a trial starts; the token is in this form only.
  const form = formWhere(page, (each) => has(each, 'formToken'));
  const answers = { email: buyer.email, name: buyer.name, password: buyer.password };
  const wanted = Object.entries(answers).filter(([name]) => has(form, name));
  const next = await browser.submit(page, form, Object.fromEntries(wanted));
  if (next.url.pathname.startsWith('/demo-payments/')) return next;
  throw new StartRefused(`The checkout did not lead to the payment page: ${alertOf(next)}`);
}

function has(form: HtmlForm, name: string): boolean {
  return form.choices.some((choice) => choice.name === name);
}

function formWhere(page: Page, fits: (form: HtmlForm) => boolean): HtmlForm {
  const form = page.forms.find(fits);
  if (form) return form;
  throw new StartRefused(`${page.url.pathname} (${page.status}) has no form to go on with: ${alertOf(page)}`);
}

function alertOf(page: Page): string {
  const alert = /role="alert"[^>]*>([\s\S]*?)<\/(?:div|section|p)>/.exec(page.html)?.[1] ?? '';
  return (
    alert
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'the page gives no reason.'
  );
}
