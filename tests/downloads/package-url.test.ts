import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { packageMark, packageUrl, readPackageUrl } from '@/lib/downloads/package-url';

const key = randomBytes(32);
const at = new Date('2026-11-21T10:00:00Z');
const link = {
  customerNumber: 7,
  productNumber: 123,
  orderNumber: 55,
  mark: packageMark('0123ab45-0000-4000-8000-000000000000', 'c0ffee'),
  expiresAt: new Date('2026-11-28T10:00:00Z'),
};
const url = packageUrl('https://store.example', { ...link, isRemote: false }, key);
const query = () => new URL(url).searchParams;

test('the address has the shape that installed clients and update caches know', () => {
  expect(url).toMatch(
    /^https:\/\/store\.example\/\?user_id=7&am_download_file=123&am_order=55&hname=[0-9a-zA-Z]{12}&hkey=[0-9a-zA-Z]{16,}&hexpires=1795860000&remote_url=no$/,
  );
});

test('the address says whether the file lies elsewhere; a word about that from outside changes nothing', () => {
  const remote = new URL(packageUrl('https://store.example', { ...link, isRemote: true }, key)).searchParams;
  expect(remote.get('remote_url')).toBe('yes');
  remote.set('remote_url', 'https://evil.test/');
  expect(readPackageUrl(remote, key, at)).toEqual({ ok: true, link });
});

test('the order of the query and what others add to it change nothing', () => {
  const shuffled = new URLSearchParams([...query()].reverse());
  shuffled.append('utm_source', 'mail');
  expect(readPackageUrl(shuffled, key, at)).toEqual({ ok: true, link });
});

test.each([
  ['user_id', '8'],
  ['am_download_file', '124'],
  ['am_order', '56'],
  ['hexpires', '1895860000'],
  ['hname', 'AAAAAAAAAAAA'],
  ['hname', '0123abc0ffed'],
  ['hname', ''],
  ['hkey', '0123456789abcdef'],
  ['user_id', '99999999999999999999'],
  ['user_id', '-7'],
  ['hexpires', ''],
])('a changed %s is refused', (name, value) => {
  const changed = query();
  changed.set(name, value);
  expect(readPackageUrl(changed, key, at)).toEqual({ ok: false, reason: 'link_invalid' });
});

test('an address is over at its instant', () => {
  expect(readPackageUrl(query(), key, link.expiresAt)).toEqual({ ok: false, reason: 'link_expired' });
});

test('a link of an earlier system is refused without a fault', () => {
  const old = new URLSearchParams('am_download_file=1&am_order=2&download_id=x&access_expires=1700000000');
  expect(readPackageUrl(old, key, at)).toEqual({ ok: false, reason: 'link_invalid' });
});
