/**
 * A wait that is spent awake while it usually is short. A process that sleeps is woken by the kernel, which on a virtual
 * machine takes 10 to 150 µs: as long as a lone status in the database. So where the wait before was over within `longestMs`,
 * this one keeps the event loop turning for as long, at most; after a longer one, the next is slept through. So nobody stays
 * awake for what comes now and then, nor for a database that is far away (ADR 0109).
 */
export class ShortWait {
  private since: number | undefined;
  private wasShort = false;

  constructor(private readonly longestMs: number) {}

  begin(): void {
    this.since = performance.now();
    if (this.wasShort) stayAwakeUntil(this.since + this.longestMs);
  }

  /** What was waited for is there. Without a beginning it changes nothing. */
  end(): void {
    if (this.since === undefined) return;
    this.wasShort = performance.now() - this.since <= this.longestMs;
    this.since = undefined;
    awakeUntil = 0;
  }
}

// One for the process: there is only one event loop, and waits of several kinds must not turn it twice.
let awakeUntil = 0;
let isTurning = false;

function stayAwakeUntil(end: number): void {
  awakeUntil = end;
  if (isTurning) return;
  isTurning = true;
  setImmediate(turn);
}

function turn(): void {
  isTurning = performance.now() < awakeUntil;
  if (isTurning) setImmediate(turn);
}
