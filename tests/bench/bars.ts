/** One measured line: a verb at a concurrency, for the store and both bare servers. */
export type Line = { verb: string; concurrency: number; store: number; fixed: number; statement: number };
/** The management API’s cheapest call beside a bare server that looks a key up by one statement. */
export type WhoamiLine = { store: number; statement: number };
export type Bar = { name: string; figure: number; atLeast: number; holds: boolean };

/** The bars of the project, computed from the lines of one run; ratios to the bare statement server (b). */
export function barsOf(lines: Line[], hot: { perSecond: number; countersAgree: boolean }, whoami: WhoamiLine): Bar[] {
  const ratio = (verb: string, concurrency: number) => {
    const line = lines.find((entry) => entry.verb === verb && entry.concurrency === concurrency);
    return line ? line.store / line.statement : 0;
  };
  return [
    bar('status, c = 1, ÷ (b)', ratio('status', 1), 0.85),
    bar('update, c = 1, ÷ (b)', ratio('update', 1), 0.85),
    bar('activate, c = 1, ÷ (b)', ratio('activate', 1), 0.85),
    bar('status, c = 16, ÷ (b)', ratio('status', 16), 1.5),
    bar('activate, c = 16, ÷ (b)', ratio('activate', 16), 2),
    bar("whoami, c = 16, ÷ (b')", whoami.store / whoami.statement, 0.85),
    bar('one hot key, c = 64, per second', hot.perSecond, 2000),
    bar('counters equal rows (1 = yes)', hot.countersAgree ? 1 : 0, 1),
  ];
}

function bar(name: string, figure: number, atLeast: number): Bar {
  return { name, figure, atLeast, holds: figure >= atLeast };
}
