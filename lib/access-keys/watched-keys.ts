const ROOM = 10_000;
const holder = globalThis as typeof globalThis & { latchkeyWatchedKeys?: Set<string> };

/** Keys that were just used here: those `flagAnomalies` looks at next. */
export function watchKeys(keyIds: readonly string[]): void {
  holder.latchkeyWatchedKeys ??= new Set();
  for (const keyId of keyIds) if (holder.latchkeyWatchedKeys.size < ROOM) holder.latchkeyWatchedKeys.add(keyId);
}

/** Takes what waits. */
export function takeWatchedKeys(): string[] {
  const taken = [...(holder.latchkeyWatchedKeys ?? [])];
  delete holder.latchkeyWatchedKeys;
  return taken;
}
