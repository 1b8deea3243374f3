import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDownloadLink, signDownloadLink } from '@/lib/downloads/download-link';

const key = randomBytes(32);
const at = new Date('2026-11-21T10:00:00Z');
const link = {
  purpose: 'person' as const,
  customerId: randomUUID(),
  artifactId: randomUUID(),
  apiResourceId: randomUUID(),
  boughtBy: { kind: 'order' as const, number: 1001 },
  expiresAt: new Date('2026-11-28T10:00:00Z'),
};

test('a link says what it permits and fits into one path segment', () => {
  const text = signDownloadLink(link, key);
  expect(text).toMatch(/^[\w-]+$/);
  expect(readDownloadLink(text, key, at)).toEqual({ ok: true, link });
});

test.each([
  ['person', { kind: 'order', number: 1 }],
  ['dropbox', { kind: 'subscription', number: 2_147_483_647 }],
] as const)('a link for a %s says by which purchase: %j', (purpose, boughtBy) => {
  const given = { ...link, purpose, boughtBy };
  expect(readDownloadLink(signDownloadLink(given, key), key, at)).toEqual({ ok: true, link: given });
});

test('a link of the first version, given out before links named their order, is still read', () => {
  const ids = [link.customerId, link.artifactId, link.apiResourceId].map((id) => id.replaceAll('-', '')).join('');
  const seconds = (link.expiresAt.getTime() / 1000).toString(16).padStart(8, '0');
  const body = Buffer.from(`01${ids}${seconds}`, 'hex');
  const mac = createHmac('sha256', key).update('artifact|').update(body).digest();
  const text = Buffer.concat([body, mac]).toString('base64url');
  expect(readDownloadLink(text, key, at)).toEqual({ ok: true, link: { ...link, boughtBy: undefined } });
});

test('a link is over at its instant, not a second later', () => {
  const text = signDownloadLink(link, key);
  expect(readDownloadLink(text, key, new Date(link.expiresAt.getTime() - 1))).toMatchObject({ ok: true });
  expect(readDownloadLink(text, key, link.expiresAt)).toEqual({ ok: false, reason: 'link_expired' });
});

test('no changed character leaves a link valid', () => {
  const text = signDownloadLink(link, key);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'ABCxyz019-_'), (place, letter) => {
      const altered = text.slice(0, place) + letter + text.slice(place + 1);
      const read = readDownloadLink(altered, key, at);
      // The last character carries spare bits: a text that decodes to the same bytes is the same link.
      if (read.ok) expect(Buffer.from(altered, 'base64url')).toEqual(Buffer.from(text, 'base64url'));
    }),
  );
});

test.each(['', 'x', '../../etc/passwd', 'A'.repeat(10_000), '%00'])('%j is no link', (text) => {
  expect(readDownloadLink(text, key, at)).toEqual({ ok: false, reason: 'link_invalid' });
});

test('a link of another key is no link', () => {
  expect(readDownloadLink(signDownloadLink(link, randomBytes(32)), key, at)).toMatchObject({ reason: 'link_invalid' });
});
