type Memory<T> = { value: T; readAt: number };
const holder = globalThis as typeof globalThis & { latchkeySettings?: Memory<unknown> };

/** What this process last read of the settings, and when (performance.now). */
export function rememberedSettings<T>(): Memory<T> | undefined {
  // Only rememberSettings writes the holder, with the one type that recent-store-settings uses.
  return holder.latchkeySettings as Memory<T> | undefined;
}

export function rememberSettings<T>(value: T): void {
  holder.latchkeySettings = { value, readAt: performance.now() };
}

/** A change was saved in this process: the next reader asks the database. */
export function forgetSettings(): void {
  delete holder.latchkeySettings;
}
