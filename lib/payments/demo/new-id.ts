import { newToken } from '../../secrets/token';

/** An id as Stripe makes them: a prefix that names the kind, then letters and digits. */
export function newId(prefix: string): string {
  return `${prefix}_${newToken().slice(0, 24)}`;
}

/** Sessions carry a longer secret: whoever has the id may pay. */
export function newSessionId(): string {
  return `cs_test_${newToken()}`;
}
