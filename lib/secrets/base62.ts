const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Base62 of a whole number given as bytes, left-padded to `length` digits. The number is converted as a whole, so no digit
 * is favoured (security.md T1). Throws when it does not fit.
 */
export function base62(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let digits = '';
  while (rest > 0n) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  if (digits.length > length) throw new Error('The number does not fit into that many digits');
  return digits.padStart(length, '0');
}
