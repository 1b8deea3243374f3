type Sample = { at: number; bytes: number };

const WINDOW_MS = 8_000;
const ENOUGH_MS = 1_000;

/** Bytes a second over the last seconds, from how far a transfer was at which millisecond. Undefined until that is known. */
export function makeRate(): (sample: Sample) => number | undefined {
  let samples: Sample[] = [];
  return (sample) => {
    const last = samples.at(-1);
    // After a cut it may go on from before where it was; the old pace says nothing then.
    if (last && sample.bytes < last.bytes) samples = [];
    samples = [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
    const first = samples[0] ?? sample;
    const ms = sample.at - first.at;
    return ms < ENOUGH_MS ? undefined : ((sample.bytes - first.bytes) / ms) * 1000;
  };
}

export type TimeLeft = { unit: 'hours' | 'minutes' | 'seconds'; count: number };

/** How long the rest takes at a pace, in the unit a person would say; undefined when nothing moves. */
export function timeLeft(bytes: number, bytesPerSecond: number | undefined): TimeLeft | undefined {
  if (bytesPerSecond === undefined || bytesPerSecond <= 0) return undefined;
  const seconds = Math.ceil(bytes / bytesPerSecond);
  if (seconds < 60) return { unit: 'seconds', count: Math.max(1, seconds) };
  if (seconds < 3_600) return { unit: 'minutes', count: Math.round(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3_600) };
}
