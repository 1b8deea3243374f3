import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSession, PUBLIC_URL, type RunningDouble, runDouble } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterAll(() => running.stop());

const address = (sessionId: string) => `${PUBLIC_URL}/demo-payments/${sessionId}`;
const show = async (sessionId: string, query = '') => {
  const response = await running.double.handle(new Request(address(sessionId) + query));
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const press = async (sessionId: string, action: string, fields: Record<string, string> = {}, headers = {}) => {
  const body = new URLSearchParams({ action, ...fields });
  const request = new Request(address(sessionId), { method: 'POST', body, headers, redirect: 'manual' });
  const response = await running.double.handle(request);
  return { status: response.status, location: response.headers.get('location') };
};
const statusOf = (sessionId: string) => running.stripe.checkout.sessions.retrieve(sessionId);

test('the page names every outcome, the amount, the buyer, and that no card is charged', async () => {
  const { sessionId } = await aSession();
  const { status, html } = await show(sessionId);
  expect(status).toBe(200);
  for (const text of ['Pay $108.00', 'Decline', 'Needs authentication', 'Succeeds later', 'Cancel', 'Promotion code']) {
    expect(html).toContain(text);
  }
  expect(html).toContain('No card is charged');
  expect(html).toContain('buyer@example.test');
  expect(html).toContain('Acme Backup, Standard');
});

test('the page runs no script and allows none', async () => {
  const { sessionId } = await aSession();
  const { html, headers } = await show(sessionId);
  expect(html).not.toMatch(/<script|\son\w+=|style=/i);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('cache-control')).toBe('no-store');
  const style = await running.double.handle(new Request(`${PUBLIC_URL}/demo-payments/style.css`));
  expect(style.headers.get('content-type')).toContain('text/css');
});

test('Pay leads to the store’s thank-you page, also when pressed twice', async () => {
  const { sessionId } = await aSession();
  const [one, two] = await Promise.all([press(sessionId, 'pay'), press(sessionId, 'pay')]);
  expect([one.status, one.location]).toEqual([303, `${PUBLIC_URL}/checkout/thanks?token=t`]);
  expect(two.location).toBe(one.location);
  expect((await statusOf(sessionId)).payment_status).toBe('paid');
  expect((await show(sessionId)).html).toContain('This payment is complete');
});

test('Decline stays on the page and says why', async () => {
  const { sessionId } = await aSession();
  expect(await press(sessionId, 'decline')).toEqual({ status: 303, location: `/demo-payments/${sessionId}` });
  const { html } = await show(sessionId);
  expect(html).toContain('Your card was declined.');
  expect(html).toContain('Pay $108.00');
});

test('Needs authentication asks once more before it pays', async () => {
  const { sessionId } = await aSession();
  await press(sessionId, 'authenticate');
  expect((await show(sessionId)).html).toContain('Approve payment');
  expect((await press(sessionId, 'pay')).location).toContain('/checkout/thanks');
});

test('Succeeds later waits here until a person decides', async () => {
  const { sessionId } = await aSession();
  await press(sessionId, 'later');
  const waiting = await show(sessionId);
  expect(waiting.html).toContain('Let it succeed');
  expect(waiting.html).toContain('Return to the store');
  expect((await statusOf(sessionId)).payment_status).toBe('unpaid');
  expect((await press(sessionId, 'fail')).location).toContain('/checkout/thanks');
  expect((await show(sessionId)).html).toContain('This payment failed');
});

test('Cancel goes back and leaves the session open', async () => {
  const { sessionId } = await aSession();
  expect((await press(sessionId, 'cancel')).location).toBe(`${PUBLIC_URL}/cart`);
  expect((await statusOf(sessionId)).status).toBe('open');
});

test('an expired page says so', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'expire');
  expect((await show(sessionId)).html).toContain('This payment page has expired');
});

test('a promotion code lowers the total, line by line, and can be taken off', async () => {
  const { sessionId } = await aSession();
  await press(sessionId, 'apply_code', { code: ' demo10 ' });
  expect((await show(sessionId)).html).toContain('Pay $97.20');
  const lines = await running.stripe.checkout.sessions.listLineItems(sessionId);
  expect(lines.data.map((line) => line.amount_total)).toEqual([8_820, 900]);
  await press(sessionId, 'remove_code');
  expect((await show(sessionId)).html).toContain('Pay $108.00');
});

test('a wrong code and a hostile one get the same answer', async () => {
  const { sessionId } = await aSession();
  for (const code of ['NOPE', "' OR 1=1 --", 'x'.repeat(5_000), '']) {
    const { location } = await press(sessionId, 'apply_code', { code });
    expect(location).toBe(`/demo-payments/${sessionId}?notice=code_invalid`);
  }
  expect((await show(sessionId, '?notice=code_invalid')).html).toContain('This code cannot be used here');
  expect((await show(sessionId, '?notice=<b>hello')).html).not.toContain('hello');
});

test('a code with one use left goes to one of two buyers', async () => {
  const coupon = await running.stripe.coupons.create({ percent_off: 100, duration: 'once' });
  const once = { promotion: { type: 'coupon' as const, coupon: coupon.id }, code: 'ONCE', max_redemptions: 1 };
  await running.stripe.promotionCodes.create(once);
  const [one, two] = [await aSession(), await aSession()];
  for (const { sessionId } of [one, two]) await press(sessionId, 'apply_code', { code: 'ONCE' });
  await press(one.sessionId, 'pay');
  expect(await statusOf(one.sessionId)).toMatchObject({ payment_status: 'no_payment_required', payment_intent: null });
  expect((await press(two.sessionId, 'pay')).location).toBe(`/demo-payments/${two.sessionId}?notice=promotion_gone`);
  expect(await statusOf(two.sessionId)).toMatchObject({ status: 'open', amount_total: 10_800 });
});

test('an expired code is refused', async () => {
  const coupon = await running.stripe.coupons.create({ percent_off: 50, duration: 'once' });
  const promotion = { type: 'coupon' as const, coupon: coupon.id };
  await running.stripe.promotionCodes.create({ promotion, code: 'OLD', expires_at: 1_000_000_000 });
  const { sessionId } = await aSession();
  expect((await press(sessionId, 'apply_code', { code: 'OLD' })).location).toContain('code_invalid');
});

test('texts of the buyer are shown as text', async () => {
  const title = '<img src=x onerror=alert(1)>';
  const { sessionId } = await aSession({ items: [{ title, planName: '"A"', unitAmount: 100, quantity: 1 }] });
  const { html } = await show(sessionId);
  expect(html).not.toContain('<img');
});

test('currencies without minor units are shown as they are', async () => {
  const items = [{ title: 'Acme', planName: 'Solo', unitAmount: 1500, quantity: 1 }];
  const { sessionId } = await aSession({ currency: 'jpy', items });
  expect((await show(sessionId)).html).toContain('Pay ¥1,500');
});

test('an unknown address is a 404 page, and another site cannot press a button', async () => {
  expect((await show('cs_test_nothing')).status).toBe(404);
  expect((await show('constructor')).status).toBe(404);
  const { sessionId } = await aSession();
  expect((await press(sessionId, 'pay', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await statusOf(sessionId)).status).toBe('open');
});
