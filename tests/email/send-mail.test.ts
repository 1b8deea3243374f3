import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { sendMail } from '@/lib/email/send-mail';

type Answers = { recipient?: Error; data?: Error; auth?: boolean };
const servers: SMTPServer[] = [];

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** A real SMTP server in this process that takes mail, or refuses as told. */
async function smtp(answers: Answers = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: answers.auth ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth: (_auth, _session, done) => done(refusal(535, 'Wrong user name or password')),
    onRcptTo: (_address, _session, done) => done(answers.recipient),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'));
        done(answers.data);
      });
    },
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  return { received, port };
}

afterEach(async () => {
  const closing = servers.splice(0);
  await Promise.all(closing.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
});

const mail = { id: 'job-1', to: 'buyer@example.test', subject: 'Grüße', text: 'Plain words', html: '<p>Words</p>' };
const from = 'Example Store <orders@example.test>';

test('a mail arrives with its text, its HTML and an id of its own', async () => {
  const { received, port } = await smtp();
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toEqual({ ok: true });
  const raw = received[0] ?? '';
  expect(raw).toContain('Message-ID: <job-1@example.test>');
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain('To: buyer@example.test');
  expect(raw).toContain('Plain words');
  expect(raw).toContain('<p>Words</p>');
});

test('a recipient refused for good is rejected', async () => {
  const { port } = await smtp({ recipient: refusal(550, 'No such mailbox') });
  const result = await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail);
  expect(result).toMatchObject({ ok: false, reason: 'rejected' });
});

test('a recipient refused for now is tried later', async () => {
  const { port } = await smtp({ recipient: refusal(451, 'Greylisted') });
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'try_later' });
});

test('a message refused for good is rejected', async () => {
  const { port } = await smtp({ data: refusal(554, 'We do not take this') });
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'rejected' });
});

test('wrong credentials are our own fault, so the mail is tried later', async () => {
  const { port } = await smtp({ auth: true });
  const url = `smtp://user:wrong@127.0.0.1:${port}`;
  expect(await sendMail({ url, from }, mail)).toMatchObject({ ok: false, reason: 'try_later' });
});

test('a server that is away is tried later', async () => {
  const { port } = await smtp();
  await new Promise<void>((resolve) => servers.splice(0)[0]?.close(() => resolve()));
  expect(await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, mail)).toMatchObject({ reason: 'try_later' });
});

test('an address with a comma is one recipient', async () => {
  const { received, port } = await smtp();
  await sendMail({ url: `smtp://127.0.0.1:${port}`, from }, { ...mail, to: '"a,b"@example.test' });
  expect(received).toHaveLength(1);
});
