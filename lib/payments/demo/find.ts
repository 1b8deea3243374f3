import type { Double } from './double';
import type { StoredSession } from './state';
import { notFound } from './stripe-error';

export function findSession(double: Double, id: string): StoredSession {
  return found(double.state.facts.sessions, 'checkout.session', id);
}

/** The object, or Stripe's refusal. Own properties only: an id like `constructor` finds nothing. */
export function found<T>(objects: Record<string, T>, kind: string, id: string): T {
  const object = Object.hasOwn(objects, id) ? objects[id] : undefined;
  if (!object) throw notFound(kind, id);
  return object;
}

/** Objects are kept in the order they were made; Stripe lists the newest first. */
export function newestFirst<T>(objects: T[]): T[] {
  return [...objects].reverse();
}
