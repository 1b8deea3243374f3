import { expect, test } from 'vitest';
import { buyWithoutScripts } from '@/lib/cli/buy-without-scripts';
import { formsOf } from '@/lib/cli/html-forms';
import type { Page, PlainBrowser } from '@/lib/cli/plain-browser';

const PRODUCT = `<form method="POST"><input type="radio" name="planNumber" value="109"/><input name="quantity" value="1"/>
<button>Add to cart</button></form>`;
const HOSTED = '<form method="POST"><button name="action" value="pay">Start trial</button></form>';
const SEARCH = '<form action="/products"><input name="q"/><button>Search</button></form>';

function checkoutWith(button: string): string {
  return `${SEARCH}<form method="POST"><input type="hidden" name="formToken" value="t"/><input name="email"/>
<button type="submit">${button}</button></form>`;
}

/** A store of three pages, and what was sent to it. */
function storeWith(checkout: string): { browser: PlainBrowser; sent: string[] } {
  const pages: Record<string, string> = { '/products/cloud': PRODUCT, '/checkout': checkout };
  const sent: string[] = [];
  const page = (path: string, html: string): Page => {
    return { url: new URL(path, 'http://127.0.0.1:9'), status: 200, html, forms: formsOf(html) };
  };
  const browser: PlainBrowser = {
    open: async (path) => page(path, pages[path] ?? ''),
    submit: async ({ url }, form, values) => {
      sent.push(`${url.pathname} ${JSON.stringify(values)} ${form.buttons.map(({ text }) => text).join()}`);
      return url.pathname === '/checkout' ? page('/demo-payments/session-1', HOSTED) : page('/cart', '');
    },
  };
  return { browser, sent };
}

const purchase = {
  plan: { number: 109, productSlug: 'cloud' },
  quantity: 2,
  buyer: { email: 'buyer@example.test', name: 'Demo Buyer', password: 'p' },
};

test.each(['Pay $49.00', 'Start free trial', 'Jetzt zahlen'])(
  'the checkout is gone through whatever its button says: %s',
  async (button) => {
    const { browser, sent } = storeWith(checkoutWith(button));
    expect(await buyWithoutScripts(browser, purchase)).toEqual({ sessionId: 'session-1' });
    expect(sent).toEqual([
      '/products/cloud {"planNumber":"109","quantity":"2"} Add to cart',
      `/checkout {"email":"buyer@example.test"} ${button}`,
      '/demo-payments/session-1 {} Start trial',
    ]);
  },
);

test('a checkout without its form is told with the reason that the page gives', async () => {
  const { browser } = storeWith(`${SEARCH}<p role="alert">Your cart is empty.</p>`);
  await expect(buyWithoutScripts(browser, purchase)).rejects.toThrow(
    '/checkout (200) has no form to go on with: Your cart is empty.',
  );
});
