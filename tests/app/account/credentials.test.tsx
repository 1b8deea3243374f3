import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FactorsSection } from '@/app/account/credentials/factors-section';
import { RecoverySection } from '@/app/account/credentials/recovery-section';

const phone = {
  id: 'a',
  kind: 'totp' as const,
  name: 'Phone <b>',
  createdAt: new Date('2026-11-21T10:00:00Z'),
  lastUsedAt: null,
};
const key = { ...phone, id: 'b', kind: 'passkey' as const, name: 'Key' };

test('without a factor the panel says what protects the account and what to add', () => {
  const html = renderToStaticMarkup(<FactorsSection factors={[]} keepsLast />);
  expect(html).toContain('Your password is all that protects this account');
  expect(html).toContain('href="/account/credentials/authenticator"');
  expect(html).toContain('href="/account/credentials/passkey"');
});

test('an admin is not offered to remove the last factor, anybody else is', () => {
  expect(renderToStaticMarkup(<FactorsSection factors={[phone]} keepsLast />)).not.toContain('Remove Phone');
  expect(renderToStaticMarkup(<FactorsSection factors={[phone]} keepsLast={false} />)).toContain('Remove Phone');
  const both = renderToStaticMarkup(<FactorsSection factors={[phone, key]} keepsLast />);
  expect(both).toContain('Remove Key');
  expect(both).not.toContain('Phone <b>');
});

test.each([
  [0, 'You have no recovery codes'],
  [1, '1 of 10 codes left'],
  [3, 'Few recovery codes left'],
])('with %i recovery codes left the panel warns: %s', (left, warning) => {
  expect(renderToStaticMarkup(<RecoverySection left={left} />)).toContain(warning);
});

test('with enough recovery codes it only counts them', () => {
  const html = renderToStaticMarkup(<RecoverySection left={4} />);
  expect(html).toContain('4 of 10 codes left');
  expect(html).not.toContain('Few recovery codes left');
});
