import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { MailJob } from '@/lib/jobs/enqueue-mail';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();

const to = 'buyer@example.test';
const later = (days: number) => new Date(now().getTime() + days * 86_400_000);
const dayOf = (at: Date) => at.toISOString();

async function aSubscription() {
  const { resourceId, customerId, orderItemId, orderId } = await aResource({ termDays: 30 });
  const { planId } = await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } });
  const { id } = await db().subscription.create({
    data: { customerId, status: 'active', createdAt: now(), items: { create: { planId, orderItemId, quantity: 1 } } },
  });
  return { subscriptionId: id, apiResourceId: resourceId, orderId, orderItemId };
}

async function written(mail: MailJob) {
  const composed = await composeMail(mail, storeMailReaders, 'recipient');
  if (!composed.ok) throw new Error(composed.reason);
  return { ...composed.mail, isCurrent: composed.isCurrent, unsubscribeUrl: composed.unsubscribeUrl };
}

test('a renewal says until when it is paid and that the keys stay, without a way to unsubscribe', async () => {
  const { subscriptionId } = await aSubscription();
  const facts = { subscriptionId, periodEndsAt: '2028-03-01T00:00:00.000Z' };
  const mail = await written({ template: 'subscription_renewed', to, facts });
  expect(mail.subject).toContain('Your subscription is renewed: Acme Backup');
  for (const part of ['1 March 2028', 'keys and activations stay', '/account/subscriptions']) {
    expect(mail.text).toContain(part);
  }
  expect(mail.unsubscribeUrl).toBeUndefined();
});

test('a failed renewal leads to the invoice, tells the grace, and is not sent once it is paid', async () => {
  const { subscriptionId } = await aSubscription();
  const payUrl = 'https://invoice.example/pay?id=1';
  const facts = { subscriptionId, invoiceId: 'in_1', graceUntil: dayOf(later(7)), payUrl };
  const mail = await written({ template: 'renewal_payment_failed', to, facts });
  expect(mail.text).toContain(`Pay this renewal:\n${payUrl}`);
  expect(mail.text).toContain('Everything works as before until');
  expect(mail.isCurrent).toBe(true);
  const stopped = await written({
    template: 'renewal_payment_failed',
    to,
    facts: { ...facts, graceUntil: null, payUrl: null },
  });
  expect(stopped.text).toContain('Your keys have stopped working');
  expect(stopped.text).toContain('/account/subscriptions');
  const period = { subscriptionId, stripeInvoiceId: 'in_1', startsAt: now(), endsAt: later(30), paidAt: now() };
  await db().subscriptionPeriod.create({ data: { ...period, status: 'paid' } });
  expect((await written({ template: 'renewal_payment_failed', to, facts })).isCurrent).toBe(false);
});

test('a cancellation says until when the keys work, and is not sent when it was taken back', async () => {
  const { subscriptionId } = await aSubscription();
  const mail = { template: 'subscription_cancelled' as const, to, facts: { subscriptionId, endsAt: dayOf(later(20)) } };
  expect((await written(mail)).isCurrent).toBe(false);
  await db().subscription.update({ where: { id: subscriptionId }, data: { cancelAt: later(20) } });
  const { text, isCurrent } = await written(mail);
  expect(isCurrent).toBe(true);
  expect(text).toContain('its keys work until');
  const ended = await written({ ...mail, facts: { subscriptionId, endsAt: dayOf(later(-1)) } });
  expect(ended.text).toContain('It ended on');
});

test('a trial that was ended before is not announced', async () => {
  const { subscriptionId } = await aSubscription();
  const mail = { template: 'trial_ending' as const, to, facts: { subscriptionId, endsAt: dayOf(later(3)) } };
  expect((await written(mail)).isCurrent).toBe(true);
  await db().subscription.update({ where: { id: subscriptionId }, data: { endedAt: now(), status: 'cancelled' } });
  expect((await written(mail)).isCurrent).toBe(false);
});

test('a term renewed by hand says its new end, or that it has none', async () => {
  const { apiResourceId } = await aSubscription();
  const write = (expiresAt: string | null) =>
    written({ template: 'licence_renewed', to, facts: { apiResourceId, expiresAt } });
  expect((await write('2029-05-06T00:00:00.000Z')).text).toContain('is valid until 6 May 2029');
  expect((await write(null)).text).toContain('is valid without an end');
});

test.each([
  ['all of its keys', { revokedAt: now() }, 1, 'Its keys stopped'],
  ['some places', { activationLimit: 2 }, 1, '2 activations are left'],
  ['nothing', {}, 0, 'Nothing stops working'],
])('a refund that stops %s says so', async (_what, resource, quantity, words) => {
  const { orderId, orderItemId, apiResourceId } = await aSubscription();
  await db().apiResource.update({ where: { id: apiResourceId }, data: resource });
  const refund = await db().refund.create({
    data: {
      orderId,
      stripeRefundId: `re_${crypto.randomUUID()}`,
      status: 'succeeded',
      amount: 4900,
      currency: 'usd',
      createdAt: now(),
      items: { create: { orderItemId, quantity, amount: 4900 } },
    },
  });
  const mail = await written({ template: 'order_refunded', to, facts: { orderId, refundId: refund.id } });
  expect(mail.subject).toContain('Your refund of $49.00');
  expect(mail.text).toContain(words);
  const byStripe = { orderId, refundId: refund.stripeRefundId ?? '' };
  expect((await written({ template: 'order_refunded', to, facts: byStripe })).text).toBe(mail.text);
  await db().refund.update({ where: { id: refund.id }, data: { status: 'failed' } });
  expect((await written({ template: 'order_refunded', to, facts: byStripe })).isCurrent).toBe(false);
});

test('a mail whose subscription is gone says so', async () => {
  const facts = { subscriptionId: crypto.randomUUID(), endsAt: dayOf(now()) };
  const mail = { template: 'trial_ending' as const, to, facts };
  expect(await composeMail(mail, storeMailReaders, 'recipient')).toEqual({ ok: false, reason: 'order_not_found' });
});
