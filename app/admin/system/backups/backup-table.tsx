import type { ListedBackup, ListedRun } from '@/lib/system/list-backups';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { buttonClass } from '../../../_ui/button-look';
import { DateTime } from '../../../_ui/date-time';
import { exactUtc } from '../../../_ui/format-date';
import { formatSize } from '../../../_ui/format-size';
import { Table } from '../../../_ui/table';

const TONES = {
  waiting: 'neutral',
  running: 'neutral',
  good: 'good',
  failed: 'bad',
  removed: 'neutral',
  away: 'warn',
} as const satisfies Record<ListedRun['state'], string>;

/** Every backup that is known of, with what came of the rehearsal of its restore. */
export function BackupTable({ backups }: { backups: ListedBackup[] }) {
  return (
    <section aria-labelledby="list" className="flex flex-col gap-3">
      <h2 id="list" className="text-lg">
        {text('backups.list')}
      </h2>
      <Table
        caption={text('backups.caption')}
        columns={[
          { key: 'made', header: text('backups.made') },
          { key: 'state', header: text('backups.state') },
          { key: 'size', header: text('backups.size'), align: 'end' },
          { key: 'holds', header: text('backups.holds') },
          { key: 'drill', header: text('backups.rehearsed') },
          { key: 'take', header: text('backups.take'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={backups.map((backup) => ({ id: backup.id, cells: cellsOf(backup), detail: detailOf(backup) }))}
      />
      {backups.some(({ state }) => state === 'good') ? (
        <p className="max-w-text text-muted text-sm">{text('backups.downloadText')}</p>
      ) : null}
    </section>
  );
}

function cellsOf(backup: ListedBackup) {
  const { id, requestedAt, cause, state, sizeBytes, rows, files } = backup;
  return {
    made: (
      <span className="flex flex-col">
        <DateTime at={requestedAt} form="moment" />
        <span className="font-normal text-muted text-sm">{text(`backups.cause.${cause}`)}</span>
      </span>
    ),
    state: <Badge tone={TONES[state]}>{text(`backups.state.${state}`)}</Badge>,
    size: sizeBytes === null ? null : <span className="nums whitespace-nowrap">{formatSize(sizeBytes)}</span>,
    holds:
      rows === null ? null : (
        <span className="flex flex-col text-end sm:text-start">
          <span className="nums">{text('backups.rows', { count: rows })}</span>
          {files ? <span className="nums text-muted text-sm">{text('backups.files', { count: files })}</span> : null}
        </span>
      ),
    drill: state === 'failed' ? null : <Drill run={backup.drill} />,
    take:
      state === 'good' ? (
        <a
          href={`/admin/system/backups/${id}/download`}
          aria-label={text('backups.downloadName', { at: exactUtc(requestedAt) })}
          className={buttonClass({ variant: 'secondary', size: 'small' })}
        >
          {text('backups.download')}
        </a>
      ) : null,
  };
}

function Drill({ run }: { run: ListedRun | undefined }) {
  if (!run) return <span className="text-muted">{text('backups.notRehearsed')}</span>;
  // A drill has no archive that could be elsewhere or removed.
  const state = run.state === 'removed' || run.state === 'away' ? 'good' : run.state;
  return <Badge tone={TONES[state]}>{text(`backups.drill.${state}`)}</Badge>;
}

/** Below the row: why it or its rehearsal failed, and what to do. */
function detailOf({ state, failure, detail, missingFiles, drill }: ListedBackup) {
  const said = [
    ...(failure ? [sayFailure(failure, detail)] : []),
    ...(state === 'removed' ? [text('backups.removedText')] : []),
    ...(state === 'away' ? [text('backups.awayText')] : []),
    ...(missingFiles ? [text('backups.missing', { count: missingFiles })] : []),
    ...(drill?.failure ? [sayFailure(drill.failure, drill.detail)] : []),
  ];
  if (said.length === 0) return undefined;
  return (
    <ul className="flex max-w-text flex-col gap-1 text-muted text-sm">
      {said.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  );
}

function sayFailure(failure: NonNullable<ListedRun['failure']>, detail: string | null): string {
  const words = text(`backups.failure.${failure}`);
  return detail ? `${words} ${text('backups.reason', { detail })}` : words;
}
