import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { aSession, present, type RunningDouble, runDouble, typesOf } from './support';

let running: RunningDouble;
afterEach(async () => {
  setClockOffsetMs(0);
  await running.stop();
});

const intentOf = async (sessionId: string) => {
  const session = await running.stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] });
  return { session, intent: typeof session.payment_intent === 'object' ? session.payment_intent : null };
};

test('paying completes the session and announces it', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  expect(await running.double.act(sessionId, 'pay')).toEqual({ ok: true });
  const { session, intent } = await intentOf(sessionId);
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
  expect(intent).toMatchObject({ status: 'succeeded', amount_received: 10_800 });
  await running.double.settle();
  expect(typesOf(running.received)).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ]);
});

test('paying twice takes the money once', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  expect(await running.double.act(sessionId, 'pay')).toEqual({ ok: false, reason: 'not_open' });
  const { data } = await running.stripe.charges.list({});
  expect(data).toHaveLength(1);
});

test('a declined card leaves the session open, and the next try may succeed', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'decline');
  const declined = await intentOf(sessionId);
  expect(declined.session.status).toBe('open');
  expect(declined.intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined' },
  });
  await running.double.act(sessionId, 'pay');
  expect((await intentOf(sessionId)).session.payment_status).toBe('paid');
});

test('authentication is asked for, then approved or refused', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'authenticate');
  expect((await intentOf(sessionId)).intent?.status).toBe('requires_action');
  await running.double.act(sessionId, 'refuse');
  expect((await intentOf(sessionId)).intent?.status).toBe('requires_payment_method');
  await running.double.act(sessionId, 'authenticate');
  await running.double.act(sessionId, 'pay');
  expect((await intentOf(sessionId)).session.status).toBe('complete');
});

test.each(['succeed', 'fail'] as const)('a delayed payment completes unpaid and then may %s', async (end) => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'later');
  const waiting = await intentOf(sessionId);
  expect(waiting.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(waiting.intent?.status).toBe('processing');
  await running.double.act(sessionId, end);
  const { session, intent } = await intentOf(sessionId);
  expect(session.payment_status).toBe(end === 'succeed' ? 'paid' : 'unpaid');
  expect(intent?.status).toBe(end === 'succeed' ? 'succeeded' : 'requires_payment_method');
  expect(await running.double.act(sessionId, end)).toEqual({ ok: false, reason: 'not_open' });
  await running.double.settle();
  expect(typesOf(running.received).at(-1)).toBe(
    end === 'succeed' ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed',
  );
});

test('a session expires by the store’s clock', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  setClockOffsetMs(25 * 3_600_000);
  await running.double.tick();
  await running.double.settle();
  expect(typesOf(running.received)).toEqual(['checkout.session.expired']);
  expect((await intentOf(sessionId)).session.status).toBe('expired');
  expect(present(running.received[0]).event.created * 1000).toBeGreaterThan(Date.now() + 24 * 3_600_000);
});

test('a refund that fails gives its amount back to the charge', async () => {
  running = await runDouble();
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const { intent } = await intentOf(sessionId);
  const refund = await running.stripe.refunds.create({ payment_intent: present(intent).id });
  await running.double.failRefund(refund.id);
  const { data } = await running.stripe.charges.list({ payment_intent: present(intent).id });
  expect(data[0]).toMatchObject({ amount_refunded: 0, refunded: false });
  expect(await running.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' });
});

test('everything survives a restart, undelivered events too', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'double-'));
  const file = path.join(folder, 'payments.json');
  running = await runDouble({ file });
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  await running.stop();

  running = await runDouble({ file });
  expect((await intentOf(sessionId)).session.payment_status).toBe('paid');
  await running.double.settle();
  expect(typesOf(running.received)).toContain('checkout.session.completed');
  expect(JSON.parse(await readFile(file, 'utf8')).deliveries).toEqual([]);
  await rm(folder, { recursive: true });
});

test('a memory from before subscriptions opens, and can hold one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'double-'));
  const file = path.join(folder, 'payments.json');
  running = await runDouble({ file });
  const { sessionId } = await aSession();
  await running.stop();
  const { customers, subscriptions, invoices, invoicePayments, invoiceItems, portalSessions, trialNotices, ...old } =
    JSON.parse(await readFile(file, 'utf8'));
  expect([customers, subscriptions, invoices, invoicePayments, invoiceItems, portalSessions, trialNotices]).toEqual(
    Array(7).fill({}),
  );
  await writeFile(file, JSON.stringify(old));
  running = await runDouble({ file });
  expect((await running.stripe.checkout.sessions.retrieve(sessionId)).status).toBe('open');
  expect((await running.stripe.customers.create({ email: 'buyer@example.test' })).object).toBe('customer');
  await rm(folder, { recursive: true });
});
