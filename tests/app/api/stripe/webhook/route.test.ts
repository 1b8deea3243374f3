import Stripe from 'stripe';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { closeDb, db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';
import { useShop } from '../../../../orders/support';
import { WEBHOOK_SECRET } from '../../../../payments/support';
import { setTestEnv, useDatabase } from '../../../../support/database';

useDatabase();
useShop();

let warned: MockInstance;
let failed: MockInstance;
beforeEach(() => {
  warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  failed = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

function deliver(body: string, secret = WEBHOOK_SECRET): Promise<Response> {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  return POST(new Request('http://store.test/', { method: 'POST', body, headers: { 'stripe-signature': signature } }));
}

const anEvent = (facts: object = {}) =>
  JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    type: 'checkout.session.completed',
    livemode: false,
    data: { object: { id: 'cs_test_x', object: 'checkout.session' } },
    ...facts,
  });

test.each([
  ['null', 'null', 'the body is not a JSON object'],
  ['text', 'hello geheim', 'the body is not JSON'],
  ['an event without an ID', anEvent({ id: undefined }), 'its id is missing or not one of Stripe’s'],
  ['an ID that is a number', anEvent({ id: 7 }), 'its id is missing or not one of Stripe’s'],
  ['an event without an object', anEvent({ data: {} }), 'its data.object is missing'],
  ['an event without data', anEvent({ data: undefined }), 'its data.object is missing'],
  [
    'an object with an empty ID',
    anEvent({ data: { object: { id: '' } } }),
    'the id of its data.object is missing or not one of Stripe’s',
  ],
  [
    'a NUL',
    anEvent({ data: { object: { id: 'cs_test_x', note: 'a\u0000b' } } }),
    'it holds characters that cannot be kept',
  ],
  [
    'half a pair',
    anEvent({ data: { object: { id: 'cs_test_x', note: '\ud83d' } } }),
    'it holds characters that cannot be kept',
  ],
])('a signed delivery that is %s is refused with its fault, logged without its body', async (_what, body, detail) => {
  const answer = await deliver(body);
  expect([answer.status, await answer.json()]).toEqual([400, { received: false, reason: 'malformed_event', detail }]);
  expect(warned.mock.calls).toEqual([['stripe_webhook.malformed', expect.anything(), { fault: detail }]]);
  expect(JSON.stringify(warned.mock.calls)).not.toContain('geheim');
  expect(await db().paymentEvent.count()).toBe(0);
});

test('text with an emoji and a written-out escape is kept', async () => {
  const note = 'a \ud83d\ude00 and \\u0000';
  const answer = await deliver(anEvent({ id: 'evt_text', data: { object: { id: 'cs_test_x', note } } }));
  expect(answer.status).toBe(200);
  expect(failed).not.toHaveBeenCalled();
});

test('what could not be dealt with is logged by the event’s ID and type, and not acknowledged', async () => {
  const { databaseUrl = '' } = env();
  const nobody = new URL(databaseUrl);
  nobody.port = String(await findFreePort(undefined));
  await closeDb();
  setTestEnv({ DATABASE_URL: nobody.href });
  try {
    await expect(deliver(anEvent({ id: 'evt_whole' }))).rejects.toThrow();
  } finally {
    await closeDb();
    setTestEnv({ DATABASE_URL: databaseUrl });
  }
  const facts = { eventId: 'evt_whole', eventType: 'checkout.session.completed' };
  expect(failed.mock.calls).toEqual([['stripe_webhook.failed', facts, expect.any(Error)]]);
});

test('deliveries with a wrong secret are logged, once a minute', async () => {
  const time = vi.spyOn(performance, 'now').mockReturnValue(1_000_000_000);
  for (let i = 0; i < 5; i++) expect((await deliver(anEvent(), 'whsec_other')).status).toBe(400);
  expect(warned.mock.calls).toEqual([
    ['stripe_webhook.refused', expect.objectContaining({ reason: 'signature_invalid' })],
  ]);
  time.mockReturnValue(1_000_060_000);
  await deliver(anEvent(), 'whsec_other');
  expect(warned).toHaveBeenCalledTimes(2);
});
