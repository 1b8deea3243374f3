import { afterEach, beforeEach, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import type { OrderMailFacts } from '@/lib/email/order-mail';
import { type Env, env, setEnv } from '@/lib/env';
import { enqueueMail, type MailJob } from '@/lib/jobs/enqueue-mail';
import { sealMailToken } from '@/lib/jobs/mail-token';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { mailHandlers } from '@/lib/mailbox/deliver-mail';
import { listMails } from '@/lib/mailbox/list-mails';
import type { MailReaders } from '@/lib/mailbox/mail-readers';
import { readMail } from '@/lib/mailbox/read-mail';
import { sendMailAgain } from '@/lib/mailbox/send-mail-again';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { useDatabase } from '../support/database';
import { bySystem, first } from '../support/factories';
import { anSmtpServer, closeSmtpServers, smtpRefusal } from '../support/smtp';

useDatabase();
closeSmtpServers();

const masterKey = `lkm_${'m'.repeat(45)}WXYZ`;
const itemKey = `lko_${'k'.repeat(45)}ABCD`;
const orderFacts: OrderMailFacts = {
  orderNumber: 7,
  currency: 'usd',
  discountAmount: 0,
  taxAmount: 0,
  totalAmount: 4900,
  masterApiKey: masterKey,
  items: [
    {
      title: 'Acme Backup Pro',
      planName: '5 sites',
      productNumber: 3,
      quantity: 1,
      amount: 4900,
      activationLimit: 5,
      expiresAt: null,
      productOrderApiKey: itemKey,
    },
  ],
};
const readers: MailReaders = {
  ...storeMailReaders,
  readOrderMail: async () => orderFacts,
  readSender: async () => ({
    storeName: 'Acme Store',
    supportAddress: 'help@acme.test',
    mailSenderName: 'Acme Orders',
  }),
};
const token = 't'.repeat(43);
const later = (ms: number) => new Date(Date.now() + ms);

let plain: Env | undefined;
beforeEach(() => {
  plain ??= env();
});
afterEach(async () => {
  if (plain) setEnv(plain);
  await db().outboxEntry.deleteMany();
});

const orderJob = (): MailJob => ({
  template: 'order',
  to: 'buyer@example.test',
  facts: { orderId: crypto.randomUUID() },
});

async function resetJob(expiresAt = later(3_600_000)): Promise<MailJob> {
  const owner = { tokenId: crypto.randomUUID(), customerId: crypto.randomUUID() };
  const sealedToken = await sealMailToken(token, owner);
  const facts = { ...owner, sealedToken, expiresAt: expiresAt.toISOString() };
  return { template: 'reset_password', to: 'buyer@example.test', facts };
}

async function promised(mail: MailJob) {
  await inTransaction((tx) => enqueueMail(tx, mail, crypto.randomUUID()));
  return first((await listMails({}, {})).rows);
}

const deliver = () => runDueJobs(mailHandlers(readers), { at: later(1000), limit: 10 });

const useSmtp = (port: number) =>
  setEnv({ ...env(), smtp: { url: `smtp://127.0.0.1:${port}`, from: 'orders@example.test' } });

test('without a mail server a mail is kept and an admin reads it, with its keys masked', async () => {
  const { id, state } = await promised(orderJob());
  expect(state).toBe('kept');
  expect(await deliver()).toMatchObject({ done: 0, dead: 0 });
  const read = await readMail(id, readers);
  if (!read.ok) throw new Error(read.reason);
  expect(read.mail.subject).toBe('[DEMO] Your order 7 and its keys');
  expect(read.mail.text).toContain('lko_…ABCD');
  expect(read.mail.text + read.mail.html).not.toContain('kkkkk');
  expect(read.mail.text + read.mail.html).not.toContain('mmmmm');
});

test('with a mail server the buyer gets the keys and the mail counts as sent', async () => {
  const { received, port } = await anSmtpServer();
  useSmtp(port);
  const { id } = await promised(orderJob());
  expect(await deliver()).toMatchObject({ done: 1 });
  const raw = (received[0] ?? '').replace(/=\r\n/g, '');
  expect(raw).toContain(itemKey);
  expect(raw).toContain(`<${id}@example.test>`);
  expect(raw).toContain('From: Acme Orders <orders@example.test>');
  expect(raw).toContain('Reply-To: help@acme.test');
  expect(raw).toContain('Ask the store: help@acme.test');
  expect(first((await listMails({}, {})).rows)).toMatchObject({ state: 'sent', lastError: null });
});

test('an address refused for good is a dead letter at once', async () => {
  const { port } = await anSmtpServer({ recipient: smtpRefusal(550, 'No such mailbox') });
  useSmtp(port);
  await promised(orderJob());
  expect(await deliver()).toMatchObject({ dead: 1 });
  expect(first((await listMails({}, {})).rows)).toMatchObject({ state: 'failed', attempts: 1 });
});

test('an address refused for now is tried again and then sent', async () => {
  const answers: { recipient?: Error | undefined } = { recipient: smtpRefusal(451, 'Greylisted') };
  const { received, port } = await anSmtpServer(answers);
  useSmtp(port);
  await promised(orderJob());
  expect(await deliver()).toMatchObject({ postponed: 1 });
  expect(first((await listMails({}, {})).rows)).toMatchObject({ state: 'waiting' });
  answers.recipient = undefined;
  expect(await runDueJobs(mailHandlers(readers), { at: later(60_000), limit: 10 })).toMatchObject({ done: 1 });
  expect(received).toHaveLength(1);
});

test('neither key nor link token lies in the outbox in clear, and a delivered link leaves it wholly', async () => {
  const { received, port } = await anSmtpServer();
  useSmtp(port);
  const { id } = await promised(await resetJob());
  const waiting = await db().outboxEntry.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(waiting.payload)).not.toContain(token);
  expect(await deliver()).toMatchObject({ done: 1 });
  expect((received[0] ?? '').replace(/=\r\n/g, '')).toContain(token);
  const delivered = await db().outboxEntry.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(delivered.payload)).not.toContain('sealedToken');
});

test('a demo store on this machine shows the admin a link; any other store hides it', async () => {
  const { id } = await promised(await resetJob());
  const shown = await readMail(id, readers);
  expect(shown).toMatchObject({ ok: true, mail: { hasHiddenLink: false } });
  expect(JSON.stringify(shown)).toContain(`/reset?token=${token}`);
  setEnv({ ...env(), publicUrl: 'https://store.example' });
  const hidden = await readMail(id, readers);
  expect(hidden).toMatchObject({ ok: true, mail: { hasHiddenLink: true } });
  expect(JSON.stringify(hidden)).not.toContain(token);
});

test('a link that has run out is not sent any more', async () => {
  const { received, port } = await anSmtpServer();
  useSmtp(port);
  await promised(await resetJob(later(-1000)));
  expect(await deliver()).toMatchObject({ dead: 1 });
  expect(received).toEqual([]);
});

test('mails that waited for a mail server longer than three days are not sent', async () => {
  const { received, port } = await anSmtpServer();
  const { id } = await promised(orderJob());
  await db().outboxEntry.update({ where: { id }, data: { createdAt: later(-4 * 86_400_000) } });
  useSmtp(port);
  expect(await deliver()).toMatchObject({ dead: 1 });
  expect(received).toEqual([]);
});

test('a mail whose order is gone says so, and an unknown mail is not found', async () => {
  const { id } = await promised(orderJob());
  const gone: MailReaders = { ...readers, readOrderMail: async () => undefined };
  expect(await readMail(id, gone)).toEqual({ ok: false, reason: 'order_not_found' });
  expect(await readMail('nonsense', readers)).toEqual({ ok: false, reason: 'mail_not_found' });
});

test('a mail that this version does not know is neither sent nor in the way of the others', async () => {
  const { received, port } = await anSmtpServer();
  const { id } = await promised(orderJob());
  await db().outboxEntry.update({ where: { id }, data: { payload: { template: 'from_the_future' } } });
  await promised(orderJob());
  expect((await listMails({}, {})).rows).toHaveLength(1);
  expect(await readMail(id, readers)).toEqual({ ok: false, reason: 'mail_not_found' });
  useSmtp(port);
  expect(await deliver()).toMatchObject({ done: 1, dead: 1 });
  expect(received).toHaveLength(1);
});

test('a mail that could not be delivered goes out once an admin sends it again, and the audit says who', async () => {
  const refusing = await anSmtpServer({ recipient: smtpRefusal(550, 'No such mailbox') });
  useSmtp(refusing.port);
  const { id } = await promised(orderJob());
  expect(await sendMailAgain(id, bySystem)).toEqual({ ok: false, reason: 'mail_not_failed' });
  expect(await deliver()).toMatchObject({ dead: 1 });
  const { received, port } = await anSmtpServer();
  useSmtp(port);

  expect(await sendMailAgain(id, bySystem)).toEqual({ ok: true });
  expect(await deliver()).toMatchObject({ done: 1 });
  expect(received).toHaveLength(1);
  expect(await sendMailAgain(id, bySystem)).toEqual({ ok: false, reason: 'mail_not_failed' });
  expect(await sendMailAgain('nonsense', bySystem)).toEqual({ ok: false, reason: 'mail_not_found' });
  expect(await db().auditEntry.count({ where: { action: 'mail.send_again', objectId: id } })).toBe(1);
});
