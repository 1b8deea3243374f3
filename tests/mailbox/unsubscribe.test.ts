import { expect, test } from 'vitest';
import { POST } from '@/app/unsubscribe/[token]/now/route';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { enqueueMail } from '@/lib/jobs/enqueue-mail';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { mailHandlers } from '@/lib/mailbox/deliver-mail';
import { readMail } from '@/lib/mailbox/read-mail';
import { readMailChoices } from '@/lib/mailbox/read-mail-choices';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { readUnsubscribing, unsubscribe } from '@/lib/mailbox/unsubscribe';
import { makeUnsubscribeToken, openUnsubscribeToken } from '@/lib/mailbox/unsubscribe-token';
import { derivedKey } from '@/lib/secrets/keyring';
import { sealBytes } from '@/lib/secrets/seal';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';
import { anSmtpServer, closeSmtpServers } from '../support/smtp';

useDatabase();
closeSmtpServers();

const press = (token: string) => {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const request = new Request(`https://store.example/unsubscribe/${token}/now`, { method: 'POST', body });
  return POST(request, { params: Promise.resolve({ token }) });
};

test('a link ends one topic for its customer, once, without a session, and the audit says how', async () => {
  const { id: customerId } = await aCustomer();
  const token = makeUnsubscribeToken({ customerId, topic: 'new_release' });
  expect(await readUnsubscribing(token)).toEqual({ ok: true, topic: 'new_release', isWanted: true });
  expect((await press(token)).status).toBe(200);
  expect((await press(token)).status).toBe(200);
  expect(await readMailChoices(customerId)).toEqual({
    new_release: false,
    licence_ending: true,
    device_activated: false,
  });
  const entries = await db().auditEntry.findMany({ where: { action: 'customer.choose_mails', objectId: customerId } });
  expect(entries).toHaveLength(1);
  expect(first(entries)).toMatchObject({ via: 'mail', before: { new_release: true }, after: { new_release: false } });
});

test('a token says nothing of whose it is, and no other token or a changed one is taken', async () => {
  const { id: customerId, email } = await aCustomer();
  const token = makeUnsubscribeToken({ customerId, topic: 'licence_ending' });
  const seen = Buffer.from(token, 'base64url').toString('latin1') + token;
  for (const part of [customerId, customerId.replaceAll('-', ''), email, 'licence_ending'])
    expect(seen).not.toContain(part);
  expect(openUnsubscribeToken(token)).toEqual({ customerId, topic: 'licence_ending' });
  const changed = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
  const otherPurpose = sealBytes(derivedKey('download-link'), Buffer.from(`${customerId}|new_release`), 'unsubscribe');
  const otherTopic = sealBytes(derivedKey('unsubscribe'), Buffer.from(`${customerId}|order`), 'unsubscribe');
  for (const bad of ['', 'x', changed, otherPurpose.toString('base64url'), otherTopic.toString('base64url')]) {
    expect(await unsubscribe(bad, '')).toEqual({ ok: false, reason: 'link_unknown' });
    expect((await press(bad)).status).toBe(404);
  }
  const nobody = makeUnsubscribeToken({ customerId: crypto.randomUUID(), topic: 'new_release' });
  expect(await readUnsubscribing(nobody)).toEqual({ ok: false, reason: 'link_unknown' });
});

test('the same choice made again is no change', async () => {
  const { id: customerId } = await aCustomer();
  const choices = { device_activated: true, new_release: true };
  expect(await setMailChoices({ customerId, choices, actor: bySystem })).toEqual({ changed: ['device_activated'] });
  expect(await setMailChoices({ customerId, choices, actor: bySystem })).toEqual({ changed: [] });
});

test('a mail by choice arrives in two parts with one-click headers whose address ends it; an order mail has none', async () => {
  const { resourceId, customerId, orderId } = await aResource({ termDays: 365 });
  const { expiresAt } = await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } });
  const to = 'holder@example.test';
  const facts = { apiResourceIds: [resourceId], endsAt: expiresAt?.toISOString() ?? '' };
  await inTransaction((tx) => enqueueMail(tx, { template: 'licence_ending', to, facts }, 'ending'));
  await inTransaction((tx) => enqueueMail(tx, { template: 'order', to, facts: { orderId } }, 'order'));
  const { received, port } = await anSmtpServer();
  setEnv({ ...env(), smtp: { url: `smtp://127.0.0.1:${port}`, from: 'store@example.test' } });
  const at = new Date(now().getTime() + 1000);
  expect(await runDueJobs(mailHandlers(storeMailReaders), { at, limit: 10 })).toMatchObject({ done: 2 });
  const [ending = '', order = ''] = received.map((raw) => raw.replace(/=\r\n/g, '').replace(/\r\n[ \t]+/g, ' '));
  for (const raw of [ending, order]) {
    expect(raw).toContain('multipart/alternative');
    expect(raw).toContain('Content-Type: text/plain');
    expect(raw).toContain('Content-Type: text/html');
  }
  expect(order).not.toMatch(/List-Unsubscribe/i);
  expect(ending).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);
  const token = /List-Unsubscribe: <http[^>]*\/unsubscribe\/([\w-]+)\/now>/i.exec(ending)?.[1] ?? '';
  expect(openUnsubscribeToken(token)).toEqual({ customerId, topic: 'licence_ending' });
  const { id } = await db().outboxEntry.findFirstOrThrow({ where: { dedupeKey: 'ending' } });
  const seenByAdmin = await readMail(id);
  expect(JSON.stringify(seenByAdmin)).toContain('/unsubscribe/hidden');
  expect((await press(token)).status).toBe(200);
  expect((await readMailChoices(customerId)).licence_ending).toBe(false);
});
