import { expect, test } from 'vitest';
import { readSupportAddress, supportLink } from '@/lib/settings/support-address';

test.each([
  ['', '', undefined],
  [' help@acme.test ', 'help@acme.test', { href: 'mailto:help@acme.test', label: 'help@acme.test' }],
  ['https://acme.test', 'https://acme.test/', { href: 'https://acme.test/', label: 'acme.test' }],
  ['https://acme.test/help/', 'https://acme.test/help/', { href: 'https://acme.test/help/', label: 'acme.test/help' }],
])('“%s” is where buyers get help', (typed, kept, link) => {
  expect(readSupportAddress(typed)).toBe(kept);
  expect(supportLink(kept)).toEqual(link);
});

test.each([
  'call us',
  'http://acme.test/help',
  'javascript:alert(1)',
  'data:text/html,hello',
  'https://user:password@acme.test/',
  'help@acme.test?bcc=everybody@example.test',
  'a@acme.test, b@acme.test',
  `https://acme.test/${'x'.repeat(200)}`,
])('“%s” is not', (typed) => {
  expect(readSupportAddress(typed)).toBeUndefined();
});
