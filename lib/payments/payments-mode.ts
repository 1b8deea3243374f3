export type PaymentsMode = 'demo' | 'stripe';

/**
 * A database belongs to the kind of money it has seen. Play orders must never sit beside real ones, so a database that
 * remembers one mode does not open in the other; a fresh one takes the mode it is first opened in.
 */
export function mayOpenIn(
  mode: PaymentsMode,
  remembered: PaymentsMode | undefined,
): { ok: true } | { ok: false; reason: 'database_has_demo_payments' | 'database_has_real_payments' } {
  if (remembered === undefined || remembered === mode) return { ok: true };
  return { ok: false, reason: remembered === 'demo' ? 'database_has_demo_payments' : 'database_has_real_payments' };
}
