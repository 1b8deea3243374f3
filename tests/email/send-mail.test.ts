import { expect, test, vi } from 'vitest';
import { sendMail } from '@/lib/email/send-mail';
import { anSmtpServer, closeSmtpServers, smtpRefusal } from '../support/smtp';

closeSmtpServers();

const mail = { id: 'job-1', to: 'buyer@example.test', subject: 'Grüße', text: 'Plain words', html: '<p>Words</p>' };
const from = 'Example Store <orders@example.test>';

test('a mail arrives with its text, its HTML and an id of its own', async () => {
  const { received, port } = await anSmtpServer();
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toEqual({ ok: true });
  const raw = received[0] ?? '';
  expect(raw).toContain('Message-ID: <job-1@example.test>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain('To: buyer@example.test');
  expect(raw).toContain('Plain words');
  expect(raw).toContain('<p>Words</p>');
});

test('a recipient refused for good is rejected', async () => {
  const { port } = await anSmtpServer({ recipient: smtpRefusal(550, 'No such mailbox') });
  const result = await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail);
  expect(result).toMatchObject({ ok: false, reason: 'rejected' });
});

test('a recipient refused for now is tried later', async () => {
  const { port } = await anSmtpServer({ recipient: smtpRefusal(451, 'Greylisted') });
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'try_later' });
});

test('a message refused for good is rejected', async () => {
  const { port } = await anSmtpServer({ data: smtpRefusal(554, 'We do not take this') });
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'rejected' });
});

test('wrong credentials are our own fault, so the mail is tried later', async () => {
  const { port } = await anSmtpServer({ asksToSignIn: true });
  const url = `smtp://user:wrong@127.0.0.1:${port}`;
  expect(await sendMail({ url, from }, mail)).toMatchObject({ ok: false, reason: 'try_later' });
});

test('a server that is away is tried later', async () => {
  const { port, close } = await anSmtpServer();
  await close();
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'try_later' });
});

test('a server that stays away is not dialled any more for a while; one that refuses mails always is', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const answers = { recipient: smtpRefusal(550, 'No such mailbox') as Error | undefined };
  const { port, close } = await anSmtpServer(answers);
  const send = () => sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail);
  for (let i = 0; i < 7; i++) expect(await send()).toMatchObject({ reason: 'rejected' });
  await close();
  for (let i = 0; i < 5; i++) expect(await send()).toMatchObject({ detail: expect.stringContaining('ECONNREFUSED') });
  expect(await send()).toMatchObject({ reason: 'try_later', detail: expect.stringContaining('did not answer') });
  const { received } = await anSmtpServer({}, port);
  vi.setSystemTime(Date.now() + 10_000);
  expect(await send()).toEqual({ ok: true });
  expect(received).toHaveLength(1);
});

test('an address with a comma is one recipient', async () => {
  const { received, port } = await anSmtpServer();
  await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, { ...mail, to: '"a,b"@example.test' });
  expect(received).toHaveLength(1);
});

test.each([
  ['Example Store <orders@example.test>', {}, 'From: Example Store <orders@example.test>'],
  ['Example Store <orders@example.test>', { name: 'Acme, Inc.' }, 'From: "Acme, Inc." <orders@example.test>'],
  ['"Store \\"A\\"" <orders@example.test>', { name: 'Acme' }, 'From: Acme <orders@example.test>'],
  ['orders@example.test', { fallbackName: 'The store' }, 'From: The store <orders@example.test>'],
  ['orders@example.test', {}, 'From: orders@example.test'],
])('%s with the names %j is from: %s', async (written, by, line) => {
  const { received, port } = await anSmtpServer();
  await sendMail({ url: `smtp://127.0.0.1:${port}`, from: written }, mail, by);
  expect(received[0]).toContain(`${line}\r\n`);
  expect(received[0]).not.toContain('Reply-To');
});

test('an answer to a mail goes where buyers get help', async () => {
  const { received, port } = await anSmtpServer();
  await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail, { replyTo: 'help@example.test' });
  expect(received[0]).toContain('Reply-To: help@example.test\r\n');
});
