import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkAccount } from '@/lib/payments/check-account';
import { setStripeConnection } from '@/lib/payments/stripe-client';

const SECRET_KEY = 'sk_test_account0for0tests';

/** Stripe's place on this machine, which answers every call as told. */
async function stripeAnswers(answer: (response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json');
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const endpoint = { protocol: 'http', host: '127.0.0.1', port } as const;
  setStripeConnection({ secretKey: SECRET_KEY, webhookSecret: 'whsec_x', endpoint });
  return asked;
}

test('a good key names its account, and only the account is asked about', async () => {
  const account = { id: 'acct_1', object: 'account', charges_enabled: true, email: 'owner@example.test' };
  const asked = await stripeAnswers((response) => response.end(JSON.stringify(account)));
  expect(await checkAccount()).toEqual({
    ok: true,
    account: 'owner@example.test',
    isLive: false,
    takesPayments: true,
    hasWebhookSecret: true,
  });
  expect(asked).toEqual(['GET /v1/account']);
});

test('a wrong key is told in the words of Stripe, without the key', async () => {
  const error = { type: 'invalid_request_error', message: `Invalid API Key provided: ${SECRET_KEY}` };
  await stripeAnswers((response) => response.writeHead(401).end(JSON.stringify({ error })));
  expect(await checkAccount()).toEqual({
    ok: false,
    reason: 'key_refused',
    detail: 'Invalid API Key provided: •••',
  });
});

test('a key that may not read the account is refused, which is not the same as wrong', async () => {
  const error = { type: 'invalid_request_error', message: 'The provided key does not have the required permissions.' };
  await stripeAnswers((response) => response.writeHead(403).end(JSON.stringify({ error })));
  expect(await checkAccount()).toMatchObject({ ok: false, reason: 'payments_refused', detail: error.message });
});

test('a Stripe that is not there is unreachable, and the reason of the network is told', async () => {
  const endpoint = { protocol: 'http', host: '127.0.0.1', port: 9 } as const;
  setStripeConnection({ secretKey: SECRET_KEY, webhookSecret: 'whsec_x', endpoint });
  expect(await checkAccount()).toMatchObject({
    ok: false,
    reason: 'payments_unreachable',
    detail: expect.stringContaining('Stripe'),
  });
});
