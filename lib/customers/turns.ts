type Turns = { running: number; waiting: (() => void)[] };

const AT_ONCE = 2;

// Next may load this module more than once in a process; all copies share one queue.
const holder = globalThis as typeof globalThis & { latchkeyTurns?: Turns };

/** Runs costly work with at most two of its kind at a time in this process; the rest wait in the order they came. */
export async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  holder.latchkeyTurns ??= { running: 0, waiting: [] };
  const turns = holder.latchkeyTurns;
  if (turns.running >= AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve));
  else turns.running += 1;
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}
