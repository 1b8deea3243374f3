import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeveloperKeyKind,
  developerKeyHint,
  isAccessKeyId,
  keysWithin,
  newAccessKeyId,
  newDeveloperKey,
  newKeySid,
  readDeveloperKey,
} from '@/lib/secrets/developer-key';
import { newLicenseKey } from '@/lib/secrets/key-format';

const KINDS: DeveloperKeyKind[] = ['standard', 'secret', 'pair_secret', 'token'];

describe('a developer key', () => {
  test('3.14 is 256 bits of chance behind its prefix, and never the same twice', () => {
    for (const kind of KINDS) {
      const keys = Array.from({ length: 200 }, () => newDeveloperKey(kind));
      expect(new Set(keys).size).toBe(200);
      for (const key of keys) expect(key).toMatch(/^lk[sxpt]_[0-9A-Za-z]{49}$/);
    }
    expect(newDeveloperKey('standard').slice(0, 4)).toBe('lks_');
    expect(newDeveloperKey('secret').slice(0, 4)).toBe('lkx_');
    expect(newDeveloperKey('pair_secret').slice(0, 4)).toBe('lkp_');
    expect(newDeveloperKey('token').slice(0, 4)).toBe('lkt_');
  });

  test('3.24 shows its prefix and six characters, no more', () => {
    const key = newDeveloperKey('standard');
    expect(developerKeyHint(key)).toBe(key.slice(0, 10));
  });

  test('is known by its kind, and any one other character makes it unknown', () => {
    for (const kind of KINDS) expect(readDeveloperKey(newDeveloperKey(kind))).toBe(kind);
    const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.nat(48), fc.constantFrom(...alphabet), (kind, place, other) => {
        const key = newDeveloperKey(kind);
        fc.pre(key[4 + place] !== other);
        return readDeveloperKey(key.slice(0, 4 + place) + other + key.slice(5 + place)) === undefined;
      }),
    );
  });

  test('a swapped prefix is refused: the checksum covers it', () => {
    const key = newDeveloperKey('secret');
    expect(readDeveloperKey(`lks_${key.slice(4)}`)).toBeUndefined();
  });

  test('is found within a text by its checksum; what only looks like one is not', () => {
    const [key, license] = [newDeveloperKey('standard'), newLicenseKey('lkm')];
    const fake = `lks_${'A'.repeat(49)}`;
    expect(keysWithin(`use ${key} or "${license}", ${fake}; ${key}`)).toEqual([key, license]);
  });

  test('sids and access key ids have their own shapes', () => {
    expect(newKeySid()).toMatch(/^key_[0-9A-Za-z]{22}$/);
    expect(isAccessKeyId(newAccessKeyId())).toBe(true);
    expect(isAccessKeyId('lka_short')).toBe(false);
  });
});
