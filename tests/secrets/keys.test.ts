import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base62 } from '@/lib/secrets/base62';
import { keyHint, newLicenseKey } from '@/lib/secrets/key-format';
import { derivedKey, newKeyring, parseKeyring, setKeyring } from '@/lib/secrets/keyring';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { openBytes, placeContext, sealBytes } from '@/lib/secrets/seal';

describe('licence keys', () => {
  test('have a prefix, 43 random characters and 6 of checksum, and never repeat', () => {
    const keys = Array.from({ length: 500 }, () => newLicenseKey('lko'));
    for (const key of keys) expect(key).toMatch(/^lko_[0-9A-Za-z]{49}$/);
    expect(new Set(keys).size).toBe(500);
  });

  test('base62 turns back into the number it came from', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (bytes) => {
        const digits = [...base62(Buffer.from(bytes), 43)];
        const back = digits.reduce((sum, digit) => sum * 62n + BigInt(alphabet.indexOf(digit)), 0n);
        expect(back).toBe(BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
      }),
    );
  });

  test.each([
    ['lkm_9fQx2Bcccccccccccccccc7Kd2', 'lkm_…7Kd2'],
    ['7072bb739df334db1e0c2bf7743db9926183ec15', '…ec15'],
    ['short', '…'],
  ])('the hint of %s shows no more than the prefix and four characters', (key, hint) => {
    expect(keyHint(key)).toBe(hint);
  });
});

describe('the keyring', () => {
  const withRoot = (rootOf: (ring: ReturnType<typeof newKeyring>) => string | undefined) => {
    const ring = newKeyring();
    return JSON.stringify({ ...ring, root: rootOf(ring) });
  };

  const withPeppers = (...versions: number[]) => {
    const peppers = versions.map((version, at) => ({ version, key: `a${at}`.repeat(32) }));
    return JSON.stringify({ ...newKeyring(), peppers });
  };

  test('is read back as it was written', () => {
    const ring = newKeyring();
    expect(parseKeyring(JSON.stringify(ring))).toEqual({ ok: true, keyring: ring });
  });

  test.each([
    ['no JSON', 'KEYRING'],
    ['a missing part', '{"wrapping":[]}'],
    ['a third pepper', withPeppers(1, 2, 3)],
    ['peppers out of order', withPeppers(2, 1)],
    ['one version twice', withPeppers(1, 1)],
    ['a placeholder', withRoot(() => '0'.repeat(64))],
    ['one key for two purposes', withRoot((ring) => ring.peppers[0]?.key)],
  ])('is refused with %s', (_name, broken) => {
    expect(parseKeyring(broken)).toMatchObject({ ok: false });
  });

  test('derives another key for each purpose, and the same one each time', () => {
    setKeyring(newKeyring());
    expect(derivedKey('session')).toEqual(derivedKey('session'));
    expect(derivedKey('session')).not.toEqual(derivedKey('download-link'));
  });

  test.each(['', 'a key', 'lkm_ключ–€', 'k'.repeat(190), 'k'.repeat(10_000)])(
    'a digest is plain HMAC-SHA-256 (%#)',
    (text) => {
      const keyring = newKeyring();
      setKeyring(keyring);
      const pepper = Buffer.from(keyring.peppers[0]?.key ?? '', 'hex');
      lookupDigest('the one before leaves nothing behind');
      expect(lookupDigest(text)).toEqual(createHmac('sha256', pepper).update(text, 'utf8').digest());
    },
  );

  test('a digest is worth nothing without the pepper', () => {
    setKeyring(newKeyring());
    const before = lookupDigest('a key');
    expect(lookupDigest('a key')).toEqual(before);
    setKeyring(newKeyring());
    expect(lookupDigest('a key')).not.toEqual(before);
  });
});

describe('a seal', () => {
  const key = Buffer.alloc(32, 7);
  const place = { table: 'license_key', column: 'sealed', rowId: 'row', ownerId: 'owner' };
  const sealed = sealBytes(key, Buffer.from('the key'), placeContext(place));

  test('opens at its place', () => {
    expect(openBytes(key, sealed, placeContext(place)).toString()).toBe('the key');
  });

  test.each([
    ['another row', key, { ...place, rowId: 'other' }],
    ['another owner', key, { ...place, ownerId: 'other' }],
    ['another key', Buffer.alloc(32, 8), place],
  ])('does not open under %s', (_name, otherKey, otherPlace) => {
    expect(() => openBytes(otherKey, sealed, placeContext(otherPlace))).toThrow();
  });

  test('does not open when a single bit differs', () => {
    for (let i = 0; i < sealed.length; i++) {
      const broken = Buffer.from(sealed);
      broken.writeUInt8(broken.readUInt8(i) ^ 1, i);
      expect(() => openBytes(key, broken, placeContext(place))).toThrow();
    }
  });
});
