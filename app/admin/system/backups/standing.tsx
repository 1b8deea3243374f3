import type { ReactNode } from 'react';
import type { BackupHealth } from '@/lib/reports/read-backup-health';
import type { BackupOutlook, ListedBackup } from '@/lib/system/list-backups';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { formatSize } from '../../../_ui/format-size';

type StandingProps = { outlook: BackupOutlook; health: BackupHealth; newest: ListedBackup | undefined };

/** Whether the store could be brought back, in four facts. */
export function Standing({ outlook, health, newest }: StandingProps) {
  const { lastGoodAt, lastDrill, isOverdue } = health;
  return (
    <section aria-label={text('backups.standing')}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        <Fact
          name={text('backups.last')}
          beside={isOverdue ? <Badge tone="bad">{text('backups.overdue')}</Badge> : sizeOf(newest)}
        >
          {lastGoodAt ? <DateTime at={lastGoodAt} form="moment" /> : text('backups.lastNone')}
        </Fact>
        <Fact
          name={text('backups.drill')}
          beside={
            lastDrill ? (
              <Badge tone={lastDrill.isPassed ? 'good' : 'bad'}>
                {text(lastDrill.isPassed ? 'backups.passed' : 'backups.drillFailed')}
              </Badge>
            ) : null
          }
        >
          {lastDrill ? <DateTime at={lastDrill.endedAt} form="moment" /> : text('backups.drillNone')}
        </Fact>
        <Fact name={text('backups.next')}>
          {outlook.isNightly ? <DateTime at={outlook.next} form="moment" /> : text('backups.nextOff')}
        </Fact>
        <Fact name={text('backups.kept')}>{text('backups.keptCount', { count: outlook.keep })}</Fact>
      </dl>
    </section>
  );
}

function sizeOf(backup: ListedBackup | undefined): string | null {
  return backup?.sizeBytes ? formatSize(backup.sizeBytes) : null;
}

function Fact({ name, beside = null, children }: { name: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-0.5 border-line border-t pt-3">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="font-semibold">{children}</dd>
      {beside ? <dd className="text-muted text-sm">{beside}</dd> : null}
    </div>
  );
}
