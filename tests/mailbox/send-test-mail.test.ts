import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { env } from '@/lib/env';
import { mailServer, sendTestMail } from '@/lib/mailbox/send-test-mail';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { setTestEnv, useDatabase } from '../support/database';
import { anSmtpServer, closeSmtpServers } from '../support/smtp';

useDatabase();
closeSmtpServers();

const MAIL_FROM = 'Example Store <orders@example.test>';

/** The mail server of the store's environment from now on. */
const useMailServer = (url: string) => setTestEnv({ DATABASE_URL: env().databaseUrl ?? '', SMTP_URL: url, MAIL_FROM });

test('without a mail server nothing is sent, and that is said', async () => {
  expect(await sendTestMail('owner@example.test')).toEqual({ ok: false, reason: 'no_mail_server' });
  expect(mailServer(DEFAULT_SETTINGS)).toBeUndefined();
});

test('the test mail reaches the admin who asked for it', async () => {
  const { received, port } = await anSmtpServer();
  useMailServer(`smtp://127.0.0.1:${port}`);
  expect(await sendTestMail('owner@example.test')).toEqual({ ok: true, to: 'owner@example.test' });
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: owner@example.test');
  expect(mailServer(DEFAULT_SETTINGS)).toEqual({ host: `127.0.0.1:${port}`, from: MAIL_FROM });
});

test('a refusal is told in the words of the server, without the password', async () => {
  const { port } = await anSmtpServer({ asksToSignIn: true });
  useMailServer(`smtp://store:p%40ss-word-77@127.0.0.1:${port}`);
  const answer = await sendTestMail('owner@example.test');
  expect(answer).toMatchObject({
    reason: 'mail_failed',
    detail: expect.stringContaining('Wrong user name or password'),
  });
  expect(JSON.stringify(answer)).not.toMatch(/p@ss-word-77|p%40ss/);
});

test('a server that never answers is given up after the time limit', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  useMailServer(`smtp://127.0.0.1:${port}`);
  const answer = await sendTestMail('owner@example.test', 300);
  expect(answer).toMatchObject({ ok: false, reason: 'mail_failed', detail: expect.stringContaining('did not finish') });
});
