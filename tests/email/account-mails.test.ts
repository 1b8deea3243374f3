import { expect, test } from 'vitest';
import { verifyEmailMail } from '@/lib/email/account-mails';
import { renderMail } from '@/lib/email/render-mail';

const sender = { storeName: 'Keys & Co', storeUrl: 'https://store.example', isDemoPayments: false };
const link = { url: `${sender.storeUrl}/verify?token=t`, expiresAt: new Date('2026-11-21T10:00:00Z') };
const wordsOf = async (occasion?: 'taken_back' | 'order_waits') =>
  (await renderMail(verifyEmailMail(link, occasion), sender)).text.replace(/\s+/g, ' ');

test('the mail of an account that was taken back says what is gone already and what to do', async () => {
  const words = await wordsOf('taken_back');
  expect(words).not.toContain('nothing changes until the link is used');
  expect(words).not.toContain('ignore this mail');
  for (const gone of ['its password', 'second factors', 'developer keys', 'every browser was signed out', 'Dropbox']) {
    expect(words).toContain(gone);
  }
  expect(words).toContain('choose a new password');
  expect(words).toContain(link.url);
});

test('the mail about an order that waits promises no key before the address is confirmed', async () => {
  const words = await wordsOf('order_waits');
  expect(words).toContain('so the order waits, and nothing in the account was changed');
  expect(words).toContain('If the order is not yours, ignore this mail.');
});

test('the mail of a new account is what it was', async () => {
  expect(await wordsOf()).toContain('nothing changes until the link is used');
});
