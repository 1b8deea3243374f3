import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { unreachable } from '../errors';
import { describeFailure } from '../jobs/failure';
import { endRun, type HeldRun, LeaseLost, letGo, takeRun } from './hold-run';
import { clearBackup, makeBackup } from './make-backup';
import { clearDrill, rehearseRestore } from './rehearse-restore';
import { type Failed, failureOf } from './run-failure';
import { type Watch, watchRun } from './watch-run';

// A backup that ends the process each time would otherwise do so for good.
const MOST_ATTEMPTS = 3;

/**
 * Does the backups and drills that were asked for, one after another, until there is none that nobody holds. Any number of
 * processes may do this; each run is one process's. Aborting `stop` gives the run in hand back.
 */
export async function doRuns(stop: AbortSignal): Promise<number> {
  for (let done = 0; ; done++) {
    const run = stop.aborted ? undefined : await takeRun(now());
    if (!run) return done;
    await doRun(run, stop);
  }
}

async function doRun(run: HeldRun, stop: AbortSignal): Promise<void> {
  const failed = await tryRun(run, stop);
  if (failed) await noteFailed(run, failed);
}

async function tryRun(run: HeldRun, stop: AbortSignal): Promise<Failed | undefined> {
  try {
    if (run.attempt > MOST_ATTEMPTS) {
      await (run.kind === 'backup' ? clearBackup(run) : clearDrill(run));
      return { failure: 'interrupted', detail: '' };
    }
    return await watchRun(run, stop, (watch) => workOf(run, watch));
  } catch (error) {
    if (error instanceof LeaseLost) return undefined;
    if (stop.aborted) {
      await letGo(run);
      return undefined;
    }
    return { failure: failureOf(error), detail: describeFailure(error) };
  }
}

function workOf(run: HeldRun, watch: Watch): Promise<Failed | undefined> {
  switch (run.kind) {
    case 'backup':
      return makeBackup(run, watch);
    case 'drill':
      return rehearseRestore(run, watch);
    default:
      return unreachable(run.kind);
  }
}

async function noteFailed(run: HeldRun, { failure, detail }: Failed): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now();
    if (!(await endRun(tx, run, { outcome: { failure, detail }, at }))) return;
    const isBackup = run.kind === 'backup';
    await recordAudit(tx, {
      actor: { kind: 'system', via: isBackup ? 'job:backup' : 'job:restore_drill' },
      action: isBackup ? 'backup.fail' : 'restore_drill.fail',
      objectKind: 'backup',
      objectId: run.backupId ?? run.id,
      after: { failure, detail },
      at,
    });
  });
}
