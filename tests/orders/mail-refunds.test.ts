import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { refundPayment } from '@/lib/payments/refund-payment';
import { useDatabase } from '../support/database';
import { buy, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();

async function refundMails() {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'asc' } });
  const mails = rows.map(({ payload }) => mailJob.parse(payload));
  return mails.filter(({ template }) => template === 'order_refunded');
}

test('each refund is one mail that says how much and what stops, however often its news arrives', async () => {
  const { sessionId } = await buy(shop);
  const paymentIntentId = await paymentIntentOf(shop, sessionId);
  for (const amount of [1000, undefined]) {
    const request = { paymentIntentId, requestId: crypto.randomUUID(), ...(amount === undefined ? {} : { amount }) };
    expect(await refundPayment(request)).toMatchObject({ ok: true });
    await shop.payments.double.settle();
  }
  const mails = await refundMails();
  expect(mails).toHaveLength(2);
  const written = await Promise.all(mails.map((mail) => composeMail(mail, storeMailReaders, 'recipient')));
  const texts = written.map((mail) => (mail.ok ? mail.mail.text : mail.reason));
  expect(texts[0]).toContain('We refunded $10.00');
  expect(texts[1]).toContain('Its keys stopped');
});
