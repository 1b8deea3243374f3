type ClockHolder = { offsetMs: number };

// The server bundle and Next load this module twice in one process; both must tell the same time.
const holder = globalThis as typeof globalThis & { latchkeyClock?: ClockHolder };

function clock(): ClockHolder {
  holder.latchkeyClock ??= { offsetMs: 0 };
  return holder.latchkeyClock;
}

/** The store's present instant: the machine's time plus the demo store's offset (0 outside demo). */
export function now(): Date {
  return new Date(Date.now() + clock().offsetMs);
}

/**
 * What a phone or a security key shows at the store's instant `at`: a demo store's moved clock does not move theirs, and
 * their codes follow theirs.
 */
export function deviceTime(at: Date): Date {
  return new Date(at.getTime() - clock().offsetMs);
}

/** How far the demo store's clock has been moved, in milliseconds. */
export function clockOffsetMs(): number {
  return clock().offsetMs;
}

/** Moves the store's clock. Only start-up, the demo clock's watcher and tests call this. */
export function setClockOffsetMs(offsetMs: number): void {
  clock().offsetMs = offsetMs;
}
