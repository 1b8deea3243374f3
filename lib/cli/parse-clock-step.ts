const UNIT_MS: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000 };

/** `+40d`, `+12h` or `+30m` as milliseconds. Only forwards: what has happened in the store stays in its past. */
export function parseClockStep(text: string): { ok: true; ms: number } | { ok: false; reason: 'not_a_step' } {
  const match = /^\+(\d+)([dhm])$/.exec(text.trim());
  const unit = UNIT_MS[match?.[2] ?? ''];
  const count = Number(match?.[1]);
  return unit === undefined || !(count > 0) ? { ok: false, reason: 'not_a_step' } : { ok: true, ms: count * unit };
}
