const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** So many bytes a number holds exactly. */
const EXACT_BYTES = 6;

/**
 * Base62 of a whole number given as bytes, left-padded to `length` digits. The number is converted as a whole, so no digit
 * is favoured (security.md T1). Throws when it does not fit.
 */
export function base62(bytes: Buffer, length: number): string {
  const digits = bytes.length <= EXACT_BYTES ? digitsOfNumber(bytes) : digitsOfBigInt(bytes);
  if (digits.length > length) throw new Error('The number does not fit into that many digits');
  return digits.padStart(length, '0');
}

function digitsOfBigInt(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let digits = '';
  while (rest > 0n) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}

// A checksum is asked for at every call, and a number costs a fraction of a BigInt.
function digitsOfNumber(bytes: Buffer): string {
  let rest = bytes.readUIntBE(0, bytes.length);
  let digits = '';
  while (rest > 0) {
    digits = ALPHABET.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
