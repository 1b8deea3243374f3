import type { ListedBackup, ListedRun } from '@/lib/system/list-backups';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { KeepFresh } from './keep-fresh';

/** What is being made or rehearsed at this moment, and how far it is. */
export function UnderWay({ backups }: { backups: ListedBackup[] }) {
  const runs = backups.flatMap((backup) => [backup, backup.drill]).filter(isOpen);
  if (runs.length === 0) return null;
  return (
    <section
      aria-labelledby="under-way"
      className="flex flex-col gap-4 rounded-md border border-line bg-raised px-5 py-4"
    >
      <h2 id="under-way" className="font-semibold">
        {text('backups.underWay')}
      </h2>
      {runs.map((run) => (
        <Progress key={run.id} run={run} />
      ))}
      <p className="text-muted text-sm">{text('backups.leave')}</p>
      <KeepFresh />
    </section>
  );
}

function isOpen(run: ListedRun | undefined): run is ListedRun {
  return run?.state === 'waiting' || run?.state === 'running';
}

function Progress({ run }: { run: ListedRun }) {
  const { done, all } = run.steps;
  const name = text(`backups.working.${run.kind}`);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{name}</span>
        <span className="nums text-muted text-sm">{saidOf(run)}</span>
      </p>
      <progress
        aria-label={name}
        {...(all > 0 ? { value: done, max: all } : {})}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-brass [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-brass"
      />
      {run.startedAt ? (
        <p className="text-muted text-sm">
          {text('backups.began')} <DateTime at={run.startedAt} form="moment" />
        </p>
      ) : null}
    </div>
  );
}

function saidOf({ state, steps: { done, all } }: ListedRun): string {
  if (state === 'waiting') return text('backups.waitingFor');
  if (all === 0) return text('backups.preparing');
  return done >= all ? text('backups.reading') : text('backups.steps', { done, all });
}
