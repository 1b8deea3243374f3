import { randomBytes } from 'node:crypto';
import type { Keyring } from './keyring';

/** Whether the keyring still holds parts that newer ones are to replace. */
export function isRotating({ wrapping, peppers }: Keyring): boolean {
  return wrapping.length > 1 || peppers.length > 1;
}

/**
 * The keyring with a new wrapping key and a new pepper behind those it has, which go on opening and finding what was stored
 * under them. The root stays: recovery codes and the seals of the audit cannot be made anew.
 */
export function withNewParts(ring: Keyring): Keyring {
  const version = Math.max(...ring.peppers.map((pepper) => pepper.version)) + 1;
  const names = new Set(ring.wrapping.map(({ id }) => id));
  let number = ring.wrapping.length + 1;
  while (names.has(`k${number}`)) number++;
  return {
    ...ring,
    wrapping: [...ring.wrapping, { id: `k${number}`, key: fresh() }],
    peppers: [...ring.peppers, { version, key: fresh() }],
  };
}

/** The keyring with the newest wrapping key and the newest pepper only. */
export function withoutOldParts(ring: Keyring): Keyring {
  return { ...ring, wrapping: ring.wrapping.slice(-1), peppers: ring.peppers.slice(-1) };
}

function fresh(): string {
  return randomBytes(32).toString('hex');
}
