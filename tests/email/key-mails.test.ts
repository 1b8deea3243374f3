import { expect, test } from 'vitest';
import { signInMail } from '@/lib/email/account-mails';
import { masterKeyReplacedMail } from '@/lib/email/key-mails';
import { renderMail } from '@/lib/email/render-mail';

const sender = { storeName: 'Acme', storeUrl: 'https://store.test', isDemoPayments: false };
const at = new Date('2026-11-21T10:00:00Z');

test('the mail about a replaced master key says when, what became of activations and where the new key is, and holds no key', async () => {
  const facts = { at, apiKeysUrl: 'https://store.test/account/api-keys' };
  const kept = await renderMail(masterKeyReplacedMail({ ...facts, endedActivations: 0 }), sender);
  expect(kept.subject).toBe('Your Master API Key was replaced');
  for (const part of ['21 November 2026', 'stays activated', facts.apiKeysUrl]) expect(kept.text).toContain(part);
  expect(kept.text + kept.html).not.toMatch(/lk[a-z]_/);
  const ended = await renderMail(masterKeyReplacedMail({ ...facts, endedActivations: 4 }), sender);
  expect(ended.text).toContain('(4) has ended');
});

test('the mail with a sign-in link says that it works once, until when, and that a second factor is still asked for', async () => {
  const url = 'https://store.test/sign-in/link?token=abc';
  const { text, html } = await renderMail(signInMail({ url, expiresAt: at }), sender);
  for (const part of ['works once', '21 November 2026', 'second factor', url]) expect(text).toContain(part);
  expect(html).toContain('sign-in/link?token=abc');
});
