import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { newLicenseKey } from '@/lib/secrets/key-format';
import { scannerRule } from '@/lib/secrets/scanner-rule';

const rule = scannerRule('https://shop.example.test');
const patterns = [...rule.matchAll(/^regex = '''(.+)'''$/gm)].map(([, pattern = '']) => new RegExp(pattern, 'g'));

/** What a scanner finds that does as the rule says: its patterns, then the checksum as the comment explains it. */
function found(text: string): string[] {
  const matches = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, key = '']) => key));
  return matches.filter((key) => inBase62(crc32(key.slice(0, 47))) === key.slice(47));
}

function inBase62(number: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let [rest, written] = [number, ''];
  for (let place = 0; place < 6; place++) {
    written = digits.charAt(rest % 62) + written;
    rest = Math.floor(rest / 62);
  }
  return written;
}

const keys = [
  ...(['standard', 'secret', 'pair_secret', 'token'] as const).map(newDeveloperKey),
  ...(['lkm', 'lko'] as const).map(newLicenseKey),
];

test.each(keys)('the scanner rule finds a key wherever it stands, %s', (key) => {
  for (const text of [key, `KEY=${key}\n`, `curl "https://x.test/?api_key=${key}&a=1"`, `{"key":"${key}"}`]) {
    expect(found(text)).toEqual([key]);
  }
  expect(rule).toContain(`"${key.slice(0, 4)}"`);
});

test.each(keys)('and neither a mistyped one, nor a longer word, nor what stands in its own text, %s', (key) => {
  const typo = (at: number) => `${key.slice(0, at)}${key[at] === '0' ? '1' : '0'}${key.slice(at + 1)}`;
  for (const at of [4, 20, 46, 47, 52]) expect(found(typo(at))).toEqual([]);
  expect(found(`${key}0`)).toEqual([]);
  expect(found(rule)).toEqual([]);
});

test('the rule says how to report what was found, by calls and pages of this store', () => {
  expect(rule).toContain('POST https://shop.example.test/api/v1/credentials/revoke');
  expect(rule).toContain('https://shop.example.test/help/leaked-keys');
});
