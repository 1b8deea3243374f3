import { log } from './log';

/**
 * Does `work` again and again, `everyMs` after it last ended. A failure is logged as `name` and does not end the
 * repeating. The answer stops it: after a run in hand has ended, and after one last run when `isLastRunDue`.
 */
export function repeat(
  name: string,
  everyMs: number,
  work: () => Promise<unknown>,
  isLastRunDue = false,
): () => Promise<void> {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const run = async () => {
    await work().catch((error: unknown) => log().error({ err: error }, `${name}.failed`));
  };
  const plan = () => {
    timer = setTimeout(() => {
      running = run().then(() => {
        if (!isStopping) plan();
      });
    }, everyMs);
  };
  plan();
  return async () => {
    isStopping = true;
    clearTimeout(timer);
    await running;
    if (isLastRunDue) await run();
  };
}
