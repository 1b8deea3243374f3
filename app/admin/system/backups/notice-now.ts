import type { ListedBackup, ListedRun } from '@/lib/system/list-backups';

/** What the last press came to, by the word in the page's address. */
export const NOTICES = {
  backup_requested: { tone: 'good', key: 'backups.notice.backup_requested' },
  backup_made: { tone: 'good', key: 'backups.notice.backup_made' },
  backup_failed: { tone: 'warn', key: 'backups.notice.backup_failed' },
  drill_requested: { tone: 'good', key: 'backups.notice.drill_requested' },
  drill_passed: { tone: 'good', key: 'backups.notice.drill_passed' },
  drill_failed: { tone: 'warn', key: 'backups.notice.drill_failed' },
  backup_under_way: { tone: 'warn', key: 'backups.notice.backup_under_way' },
  drill_under_way: { tone: 'warn', key: 'backups.notice.drill_under_way' },
  no_backup: { tone: 'warn', key: 'backups.notice.no_backup' },
  folder_not_writable: { tone: 'warn', key: 'backups.notice.folder_not_writable' },
  may_not_create_databases: { tone: 'warn', key: 'backups.notice.may_not_create_databases' },
  backup_not_found: { tone: 'warn', key: 'backups.notice.backup_not_found' },
} as const;

/** Whoever pressed stays on the page: what was begun is said as long as it lasts, and then what came of it. */
export function noticeNow(notice: string | string[] | undefined, backups: ListedBackup[]): typeof notice {
  switch (notice) {
    case 'backup_requested':
      return outcomeOf(backups[0], { open: notice, good: 'backup_made', failed: 'backup_failed' });
    case 'drill_requested':
      return outcomeOf(newestDrill(backups), { open: notice, good: 'drill_passed', failed: 'drill_failed' });
    default:
      return notice;
  }
}

type Words = Record<'open' | 'good' | 'failed', keyof typeof NOTICES>;

function outcomeOf(run: ListedRun | undefined, words: Words): keyof typeof NOTICES | undefined {
  if (!run) return undefined;
  if (run.state === 'failed') return words.failed;
  return run.state === 'waiting' || run.state === 'running' ? words.open : words.good;
}

function newestDrill(backups: ListedBackup[]): ListedRun | undefined {
  return backups
    .flatMap(({ drill }) => drill ?? [])
    .toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())[0];
}
