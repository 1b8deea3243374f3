import { expect, test } from 'vitest';
import { factorChangedMail } from '@/lib/email/factor-mails';
import { renderMail } from '@/lib/email/render-mail';

const facts = { at: new Date('2026-11-21T10:00:00Z'), credentialsUrl: 'https://store.example/account/credentials' };
const sender = { storeName: 'Acme', storeUrl: 'https://store.example', isDemoPayments: false };

test.each([
  ['added', { name: 'Phone' }, 'A second factor was added', '“Phone” was added'],
  ['removed', { name: 'Phone' }, 'A second factor was removed', 'The second factor “Phone” was removed'],
  ['reset', {}, 'Your second factors were reset', 'The operator of the store removed all second factors'],
  ['codes_made', { left: 10 }, 'New recovery codes were made', '10 new recovery codes'],
  ['code_used', { left: 1 }, 'A recovery code was used', 'One is left.'],
  ['code_used', { left: 0 }, 'A recovery code was used', 'It was the last one'],
] as const)(
  'a mail about “%s” %o says what happened, when, and what to do if it was not you',
  async (change, more, subject, what) => {
    const { subject: line, text } = await renderMail(factorChangedMail({ ...facts, ...more, change }), sender);
    expect(line).toBe(subject);
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain(what);
    expect(words).toContain('21 November 2026');
    expect(words).toContain('change your password');
    expect(words).toContain(facts.credentialsUrl);
  },
);

test('a name is written as text, whatever it holds', async () => {
  const { html } = await renderMail(factorChangedMail({ ...facts, change: 'added', name: '<img src=x>' }), sender);
  expect(html).not.toContain('<img src=x>');
  expect(html).toContain('&lt;img src=x&gt;');
});
