import { log } from './log';
import { makeRarely } from './make-rarely';

const AGAIN_MS = 60_000;

/**
 * Does `work` again and again, `everyMs` after it last ended. A failure is logged as `name`, the same one once a minute,
 * and does not end the repeating. The answer stops it: after a run in hand has ended, and after one last run when `isLastRunDue`.
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

  const rarely = makeRarely(AGAIN_MS);

  const fail = (error: unknown) =>
    rarely(String(error), (unlogged) => log().error({ err: error, unlogged }, `${name}.failed`));
  const run = async () => {
    await work().catch(fail);
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
