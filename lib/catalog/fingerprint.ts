import { createHash } from 'node:crypto';

/** Stands for what a form showed, so that a save can tell whether it still says so. */
export function fingerprintOf(facts: readonly (string | number | boolean | null)[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
}
