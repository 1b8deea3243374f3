import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCheckout } from '@/lib/payments/open-checkout';
import { PUBLIC_URL, type RunningDouble, runDouble } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterAll(() => running.stop());

const aCheckout = () => ({
  checkoutId: crypto.randomUUID(),
  email: 'buyer@example.test',
  currency: 'usd',
  items: [{ title: 'Acme Backup', planName: 'Standard', unitAmount: 4_900, quantity: 1 }],
  successUrl: `${PUBLIC_URL}/checkout/thanks?token=t`,
  cancelUrl: `${PUBLIC_URL}/cart`,
});

test('pressed again while Stripe is still busy with the first press, it is out of reach, and later the same page', async () => {
  const checkout = aCheckout();
  let answer = (): void => {};
  const isBusy = new Promise<void>((begun) => {
    running.double.setPace(() => {
      begun();
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
  });
  const first = openCheckout(checkout);
  await isBusy;
  expect(await openCheckout(checkout)).toEqual({ ok: false, reason: 'payments_unreachable' });
  running.double.setPace(async () => {});
  answer();
  const page = await first;
  expect(page).toMatchObject({ ok: true });
  expect(await openCheckout(checkout)).toEqual(page);
  expect((await running.stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test('a checkout asked for in other words than before is told from a busy Stripe, and opens no second page', async () => {
  const checkout = aCheckout();
  await openCheckout(checkout);
  const { length } = (await running.stripe.checkout.sessions.list()).data;
  const successUrl = 'https://moved.example.test/checkout/thanks?token=t';
  expect(await openCheckout({ ...checkout, successUrl })).toEqual({ ok: false, reason: 'asked_otherwise' });
  expect((await running.stripe.checkout.sessions.list()).data).toHaveLength(length);
});
