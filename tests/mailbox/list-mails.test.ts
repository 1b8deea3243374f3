import { beforeAll, expect, test } from 'vitest';
import { db, inTransaction, pool } from '@/lib/db/client';
import { enqueueMail, type MailJob } from '@/lib/jobs/enqueue-mail';
import { listMails, type MailFilter } from '@/lib/mailbox/list-mails';
import { resendOrderMailOf } from '@/lib/mailbox/resend-order-mail-of';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';

useDatabase();

let orderId: string;
beforeAll(async () => {
  ({ orderId } = await aResource());
  await promise({ template: 'order', to: 'ada@example.test', facts: { orderId } }, 'a');
  await promise({ template: 'payment_failed', to: 'ada.b@example.test', facts: { orderId } }, 'b');
  await promise({ template: 'order', to: 'bob@example.test', facts: { orderId: crypto.randomUUID() } }, 'c');
  await pool().query(
    `UPDATE outbox_entry SET dead_at = now(), last_error = 'refused' WHERE payload ->> 'to' LIKE 'bob%'`,
  );
  await pool().query(`UPDATE outbox_entry SET done_at = now() WHERE payload ->> 'to' LIKE 'ada.b%'`);
});

const promise = (mail: MailJob, name: string) => inTransaction((tx) => enqueueMail(tx, mail, name));

async function readers(filter: MailFilter): Promise<string[]> {
  const { rows, count } = await listMails(filter, {});
  expect(count).toBe(rows.length);
  return rows.map((mail) => mail.to).sort();
}

test('mails are found by who gets them, where they are and what they are about', async () => {
  expect(await readers({})).toEqual(['ada.b@example.test', 'ada@example.test', 'bob@example.test']);
  expect(await readers({ text: 'Ada' })).toEqual(['ada.b@example.test', 'ada@example.test']);
  expect(await readers({ text: 'ada@example.test' })).toEqual(['ada@example.test']);
  expect(await readers({ text: '%' })).toEqual([]);
  expect(await readers({ state: 'failed' })).toEqual(['bob@example.test']);
  expect(await readers({ state: 'sent' })).toEqual(['ada.b@example.test']);
  expect(await readers({ state: 'waiting' })).toEqual(['ada@example.test']);
  expect(await readers({ template: 'order', text: 'ada' })).toEqual(['ada@example.test']);
});

test('an order mail sent again is a new mail, once for one wish', async () => {
  const { id } = first((await listMails({ text: 'ada@' }, {})).rows);
  const wish = crypto.randomUUID();
  const { customer } = await db().order.findUniqueOrThrow({ where: { id: orderId }, include: { customer: true } });
  for (let press = 0; press < 2; press++) {
    expect(await resendOrderMailOf(id, wish, { actor: bySystem })).toEqual({ ok: true, to: customer.email });
  }
  expect(await readers({ text: customer.email })).toEqual([customer.email]);
});

test('other mails, and mails about an order that is gone, are not sent again', async () => {
  const idOf = async (text: string) => first((await listMails({ text }, {})).rows).id;
  const again = (id: string) => resendOrderMailOf(id, crypto.randomUUID(), { actor: bySystem });
  expect(await again(await idOf('ada.b@'))).toEqual({ ok: false, reason: 'not_an_order_mail' });
  expect(await again(await idOf('bob@'))).toEqual({ ok: false, reason: 'order_not_found' });
  expect(await again(crypto.randomUUID())).toEqual({ ok: false, reason: 'mail_not_found' });
});
