// A signal to the whole terminal group arrives twice under `npm start`: from the terminal and passed on by npm.
const SAME_PRESS_MS = 1_000;

/**
 * Ctrl-C and SIGTERM end the store in order and exit 0; pressing Ctrl-C again while that takes long ends the process at
 * once, with exit code 1.
 */
export function stopOnSignal(stop: () => Promise<void>, say: (line: string) => void): void {
  let first: number | undefined;
  const onSignal = () => {
    if (first !== undefined) {
      if (performance.now() - first > SAME_PRESS_MS) process.exit(1);
      return;
    }
    first = performance.now();
    say('Stopping …');
    void stop().then(() => {
      say('Stopped.');
      process.exit(0);
    });
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
