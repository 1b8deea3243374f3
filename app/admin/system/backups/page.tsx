import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { readBackupHealth } from '@/lib/reports/read-backup-health';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { type ListedBackup, listBackups, readOutlook } from '@/lib/system/list-backups';
import { text } from '../../../_texts/text';
import { EmptyState } from '../../../_ui/empty-state';
import { PageHeader } from '../../../_ui/page-header';
import { SubmitButton } from '../../../_ui/submit-button';
import { PageNotice } from '../../../account/_parts/page-notice';
import { SystemTabs } from '../_parts/system-tabs';
import { backUpNow, rehearseNow } from './actions';
import { BackupTable } from './backup-table';
import { BackupsForm } from './backups-form';
import { enteredBackupsOf } from './entered-backups';
import { NOTICES, noticeNow } from './notice-now';
import { Obstacles } from './obstacles';
import { RestoreNotes } from './restore-notes';
import { Standing } from './standing';
import { UnderWay } from './under-way';

export const metadata: Metadata = { title: text('backups.title') };

type BackupsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** The backups of the store, whether they can be restored, and when the next is made. */
export default async function BackupsPage({ searchParams }: BackupsProps) {
  await requireAdmin('/admin/system/backups');
  const at = now();
  const [{ notice }, backups, outlook, health, settings] = await Promise.all([
    searchParams,
    listBackups(at),
    readOutlook(at),
    readBackupHealth(at),
    readStoreSettings(),
  ]);
  const canRehearse = outlook.mayCreateDatabases && backups.some(({ state }) => state === 'good');
  return (
    <>
      <PageHeader
        title={text('backups.title')}
        text={text('backups.text')}
        actions={backups.length === 0 ? null : <Actions canRehearse={canRehearse} />}
      />
      <SystemTabs current="/admin/system/backups" />
      <PageNotice code={noticeNow(notice, backups)} known={NOTICES} />
      <Obstacles outlook={outlook} />
      <UnderWay backups={backups} />
      {backups.length === 0 ? (
        <EmptyState
          title={text('backups.emptyTitle')}
          text={text(outlook.isNightly ? 'backups.emptyText' : 'backups.emptyTextOff')}
          action={<BackUpNow />}
        />
      ) : (
        <>
          <Standing outlook={outlook} health={health} newest={newestGood(backups)} />
          <BackupTable backups={backups} />
        </>
      )}
      <BackupsForm inForce={enteredBackupsOf(settings)} folder={outlook.folder} />
      <RestoreNotes keyring={outlook.keyring} />
    </>
  );
}

function newestGood(backups: ListedBackup[]): ListedBackup | undefined {
  return backups.find(({ state }) => state === 'good');
}

function Actions({ canRehearse }: { canRehearse: boolean }) {
  return (
    <>
      {canRehearse ? (
        <form action={rehearseNow}>
          <SubmitButton variant="secondary" pendingText={text('backups.asking')}>
            {text('backups.rehearse')}
          </SubmitButton>
        </form>
      ) : null}
      <BackUpNow />
    </>
  );
}

function BackUpNow() {
  return (
    <form action={backUpNow}>
      <SubmitButton pendingText={text('backups.asking')}>{text('backups.now')}</SubmitButton>
    </form>
  );
}
