export type StopList = {
  /** What must be ended later; the last one added is ended first. */
  add: (name: string, stop: () => Promise<void>) => void;
  /** Ends everything in order, once; a part that fails to end does not keep the others running. */
  run: () => Promise<void>;
  /** True as soon as the ending has begun. */
  isRunning: () => boolean;
};

export function makeStopList(onFault: (name: string, error: unknown) => void): StopList {
  const stops: { name: string; stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;
  const runAll = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) {
      await next.stop().catch((error: unknown) => onFault(next.name, error));
    }
  };
  return {
    add: (name, stop) => stops.push({ name, stop }),
    run: () => {
      running ??= runAll();
      return running;
    },
    isRunning: () => running !== undefined,
  };
}
