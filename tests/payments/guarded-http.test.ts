import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { openCheckout } from '@/lib/payments/open-checkout';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { aStubServer } from '../support/stub-server';
import { PUBLIC_URL, SECRET_KEY } from './support';

const at = new Date('2026-11-21T10:00:00Z');
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: at }));

const AWAY = { ok: false, reason: 'payments_unreachable' };
const SESSION = { id: 'cs_test_1', object: 'checkout.session', url: 'https://pay.example.test/cs_test_1' };

const says = (status: number, body: object) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const works = says(200, SESSION);
const fails = says(503, { error: { type: 'api_error', message: 'Down for now' } });

async function stripeAnswers(answer: ReturnType<typeof says>) {
  const stub = await aStubServer(answer);
  const endpoint = { protocol: 'http', host: stub.host, port: stub.port } as const;
  setStripeConnection({ secretKey: SECRET_KEY, webhookSecret: 'whsec_x', endpoint });
  return stub;
}

const pay = () =>
  openCheckout({
    checkoutId: crypto.randomUUID(),
    email: 'buyer@example.test',
    currency: 'usd',
    items: [{ title: 'Acme Backup', planName: 'Standard', unitAmount: 4_900, quantity: 1 }],
    successUrl: `${PUBLIC_URL}/checkout/thanks?token=t`,
    cancelUrl: `${PUBLIC_URL}/cart`,
  });

test('one failure of Stripe is not noticed by who pays', async () => {
  const stub = await stripeAnswers((request, response) => (stub.asked === 1 ? fails : works)(request, response));
  expect(await pay()).toMatchObject({ ok: true, payUrl: SESSION.url });
  expect(stub.asked).toBe(2);
});

test('a Stripe that keeps failing is not asked any more, and Pay is answered at once, until it works again', async () => {
  const stub = await stripeAnswers(fails);
  expect(await Promise.all([pay(), pay(), pay()])).toEqual([AWAY, AWAY, AWAY]);
  const before = { asked: stub.asked, at: performance.now() };
  expect(await pay()).toEqual(AWAY);
  expect(stub.asked).toBe(before.asked);
  expect(performance.now() - before.at).toBeLessThan(300);

  stub.answer = works;
  vi.setSystemTime(at.getTime() + 10_000);
  expect(await pay()).toMatchObject({ ok: true });
  expect(await pay()).toMatchObject({ ok: true });
});

test('what Stripe refuses, however often, keeps nobody else from paying', async () => {
  const declined = { error: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' } };
  const stub = await stripeAnswers(says(402, declined));
  for (let i = 0; i < 7; i++) await expect(pay()).rejects.toThrow('declined');
  stub.answer = works;
  expect(await pay()).toMatchObject({ ok: true });
});
