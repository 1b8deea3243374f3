import { beforeEach, expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { removeKey } from '@/lib/access-keys/remove-key';
import { now } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { addEndpoint, MOST_ENDPOINTS } from '@/lib/webhooks/add-endpoint';
import { editEndpoint } from '@/lib/webhooks/edit-endpoint';
import { rotateSecret } from '@/lib/webhooks/rotate-secret';
import { signedHeaders } from '@/lib/webhooks/signing-secret';
import { tidyMessages } from '@/lib/webhooks/tidy-messages';
import { useDatabase } from '../support/database';
import { aCustomer, aResource } from '../support/factories';
import {
  anAdmin,
  anEndpoint,
  noWebhooks,
  type Received,
  relayAll,
  relayAndSend,
  sendDue,
  useReceiver,
} from './support';

useDatabase();
beforeEach(noWebhooks);
const receiver = useReceiver();
const DAY_MS = 86_400_000;

/** Which of the secrets signed a message. */
function signersOf(got: Received | undefined, secrets: Record<string, string>): string[] {
  const at = new Date(Number(got?.headers['webhook-timestamp']) * 1000);
  const parts = { id: String(got?.headers['webhook-id']), at, body: got?.body ?? '' };
  const signatures = String(got?.headers['webhook-signature']).split(' ');
  return Object.entries(secrets).flatMap(([name, secret]) =>
    signatures.includes(signedHeaders(parts, [secret])['webhook-signature'] ?? '') ? [name] : [],
  );
}

test('after a rotation both secrets sign until the overlap ends, then the new one alone', async () => {
  const { id, secret: old } = await anEndpoint(receiver.url(), ['licence.issued']);
  const rotated = await rotateSecret(id, 1, { actor: await anAdmin() });
  if (!rotated.ok) throw new Error(rotated.reason);
  const secrets = { old, new: rotated.secret };
  await aResource();
  await relayAndSend();
  expect(signersOf(receiver.received.at(-1), secrets)).toEqual(['old', 'new']);
  await db().webhookEndpoint.update({ where: { id }, data: { oldSecretUntil: new Date(now().getTime() - 1) } });
  await aResource();
  await relayAndSend();
  expect(signersOf(receiver.received.at(-1), secrets)).toEqual(['new']);
});

test('without an overlap the earlier secret signs nothing from then on', async () => {
  const { id, secret: old } = await anEndpoint(receiver.url(), ['licence.issued']);
  await rotateSecret(id, 24, { actor: await anAdmin() });
  const last = await rotateSecret(id, 0, { actor: await anAdmin() });
  if (!last.ok) throw new Error(last.reason);
  await aResource();
  await relayAndSend();
  expect(signersOf(receiver.received[0], { old, new: last.secret })).toEqual(['new']);
  expect(String(receiver.received[0]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
});

test('neither a secret nor the path of an address lies in the audit, the outbox or a message', async () => {
  const path = 'services-T0canary';
  const { id, secret } = await anEndpoint(`${receiver.url()}/${path}`, ['licence.issued']);
  await editEndpoint(id, { description: 'Ledger' }, { actor: await anAdmin() });
  await rotateSecret(id, 1, { actor: await anAdmin() });
  await aResource();
  await relayAndSend();
  for (const table of ['audit_entry', 'outbox_entry', 'webhook_message', 'webhook_attempt']) {
    const { rows } = await pool().query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1 OR t::text LIKE $2`, [
      `%${path}%`,
      `%${secret.slice(6, 20)}%`,
    ]);
    expect(rows, table).toEqual([]);
  }
  const stored = await pool().query(`SELECT 1 FROM webhook_endpoint t WHERE t::text LIKE $1`, [`%${secret.slice(6)}%`]);
  expect(stored.rows).toEqual([]);
});

test('inner networks are refused when an endpoint is added or moved, by name as well', async () => {
  const edge = { resolve: async () => ['10.0.0.7'], dial: () => expect.fail('nothing is dialled') };
  const by = { actor: await anAdmin(), edge };
  const entry = { url: 'https://inner.example.com/', description: '', eventTypes: [] };
  expect(await addEndpoint(entry, by)).toEqual({ ok: false, reason: 'private_address' });
  const { id } = await anEndpoint(receiver.url());
  expect(await editEndpoint(id, { url: 'https://169.254.169.254/' }, by)).toEqual({
    ok: false,
    reason: 'private_address',
  });
  expect(await db().webhookEndpoint.findMany({ select: { url: true } })).toEqual([{ url: receiver.url() }]);
});

test('a store has so many endpoints and no more', async () => {
  for (let n = 0; n < MOST_ENDPOINTS; n++) await anEndpoint(receiver.url());
  const one = { url: receiver.url(), description: '', eventTypes: [] };
  expect(await addEndpoint(one, { actor: await anAdmin() })).toEqual({ ok: false, reason: 'too_many_endpoints' });
});

test('a key that was made and removed is told without its value, with the owner it had', async () => {
  await anEndpoint(receiver.url(), ['api_key.created', 'api_key.removed']);
  const { id: customerId, email } = await aCustomer();
  const actor = { kind: 'customer', id: customerId, via: 'session:test' } as const;
  const made = await createKey({ customerId, kind: 'secret', name: 'Export', actor });
  if (!made.ok || made.value.kind === 'pair') throw new Error('No key was made');
  await relayAndSend();
  await removeKey({ customerId, sid: made.key.sid, actor });
  await relayAndSend();
  const told = receiver.received.map(({ body }) => JSON.parse(body));
  const key = { id: made.key.sid, kind: 'secret', name: 'Export', owner: { email } };
  expect(told).toMatchObject([
    { type: 'api_key.created', data: { api_key: { ...key, state: 'active' } } },
    { type: 'api_key.removed', data: { api_key: { ...key, state: 'removed' } } },
  ]);
  expect(JSON.stringify(told)).not.toContain(made.value.key);
});

test('messages are forgotten after sixty days, with their deliveries and jobs', async () => {
  await anEndpoint(receiver.url(), ['licence.issued']);
  await aResource();
  await relayAll();
  await sendDue();
  expect(await tidyMessages(new Date(now().getTime() + 59 * DAY_MS))).toBe(0);
  expect(await tidyMessages(new Date(now().getTime() + 61 * DAY_MS))).toBe(1);
  expect(await db().webhookDelivery.count()).toBe(0);
  expect(await db().outboxEntry.count({ where: { kind: { startsWith: 'webhook.' } } })).toBe(0);
});
