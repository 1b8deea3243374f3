import { expect, test } from 'vitest';
import { keyGroups, maskKey, spokenKey } from '@/app/_ui/key-groups';

test('a key is cut into its prefix and groups of four, and nothing is lost', () => {
  const key = 'lko_abcdEFGH12';
  expect(keyGroups(key)).toEqual(['lko_', 'abcd', 'EFGH', '12']);
  expect(keyGroups(key).join('')).toBe(key);
});

test('an imported key of any text is cut without a prefix', () => {
  expect(keyGroups('WC-77 é😀x')).toEqual(['WC-7', '7 é😀', 'x']);
});

test('a key is spoken character by character with a pause after each group', () => {
  expect(spokenKey('lkm_ab12Z')).toBe('l k m _, a b 1 2, Z');
});

test('a hidden key shows its prefix and last four; a short one shows nothing of itself', () => {
  expect(maskKey('lko_abcdefgh3fA9')).toBe('lko_…3fA9');
  expect(maskKey('SHORT-KEY')).toBe('…');
});
