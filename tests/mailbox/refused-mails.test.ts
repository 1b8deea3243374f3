import { beforeEach, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { enqueueMail } from '@/lib/jobs/enqueue-mail';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { mailHandlers } from '@/lib/mailbox/deliver-mail';
import { listMailsTo } from '@/lib/mailbox/list-mails-to';
import { readRefusal } from '@/lib/mailbox/note-refusal';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { useDatabase } from '../support/database';
import { aResource, first } from '../support/factories';
import { anSmtpServer, closeSmtpServers, type SmtpAnswers, smtpRefusal } from '../support/smtp';

useDatabase();
closeSmtpServers();

const to = 'buyer@example.test';
let answers: SmtpAnswers;

beforeEach(async () => {
  answers = {};
  await db().outboxEntry.deleteMany();
  await db().mailRefusal.deleteMany();
  const { port } = await anSmtpServer(answers);
  setEnv({ ...env(), smtp: { url: `smtp://127.0.0.1:${port}`, from: 'store@example.test' } });
});

async function promised() {
  const made = await aResource();
  const facts = { orderId: made.orderId };
  await inTransaction((tx) => enqueueMail(tx, { template: 'order', to, facts }, crypto.randomUUID()));
  return made;
}

const deliver = () => runDueJobs(mailHandlers(storeMailReaders), { at: new Date(now().getTime() + 1000), limit: 10 });

async function mail() {
  await promised();
  return deliver();
}

test('an address that refuses for good is remembered with its words, and a mail that gets through ends that', async () => {
  answers.recipient = smtpRefusal(550, 'No such mailbox');
  expect(await mail()).toMatchObject({ dead: 1 });
  expect(await readRefusal(to)).toMatchObject({
    title: 'Order and its keys',
    reason: expect.stringContaining('550 No such mailbox'),
  });
  expect(first(await listMailsTo(to, 5))).toMatchObject({
    state: 'failed',
    lastError: expect.stringContaining('The receiver refused it for good'),
  });
  answers.recipient = undefined;
  expect(await mail()).toMatchObject({ done: 1 });
  expect(await readRefusal(to)).toBeUndefined();
  const actions = await db().auditEntry.findMany({
    where: { action: { in: ['mail.refuse', 'mail.accept'] } },
    orderBy: { id: 'asc' },
  });
  expect(actions.map(({ action }) => action)).toEqual(['mail.refuse', 'mail.accept']);
});

test('an address that refuses for now, or a server that refuses us, is no refusal of the address', async () => {
  answers.recipient = smtpRefusal(451, 'Greylisted');
  expect(await mail()).toMatchObject({ postponed: 1 });
  expect(await readRefusal(to)).toBeUndefined();
});

test('a server that quotes the mail it refused brings no key into what is kept', async () => {
  const made = await promised();
  answers.data = smtpRefusal(554, `Text ${made.key} refused`);
  await deliver();
  const kept = JSON.stringify([
    await readRefusal(to),
    await listMailsTo(to, 5),
    await db().auditEntry.findMany({ where: { action: 'mail.refuse' }, select: { after: true } }),
  ]);
  expect(kept).toContain('554');
  expect(kept).not.toContain(made.key);
});
