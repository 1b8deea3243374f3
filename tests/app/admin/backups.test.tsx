import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BackupTable } from '@/app/admin/system/backups/backup-table';
import { changedBackups, enteredBackupsOf, readEnteredBackups } from '@/app/admin/system/backups/entered-backups';
import { noticeNow } from '@/app/admin/system/backups/notice-now';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import type { ListedBackup } from '@/lib/system/list-backups';

const aBackup = (more: Partial<ListedBackup> = {}): ListedBackup => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'backup',
  cause: 'schedule',
  state: 'good',
  requestedAt: new Date('2026-11-24T03:00:00Z'),
  startedAt: new Date('2026-11-24T03:00:01Z'),
  endedAt: new Date('2026-11-24T03:00:09Z'),
  steps: { done: 140, all: 140 },
  sizeBytes: 1_000,
  tables: 70,
  rows: 12,
  files: 0,
  missingFiles: 0,
  fileName: 'latchkey.tar',
  failure: undefined,
  detail: null,
  drill: undefined,
  ...more,
});
const show = (backup: ListedBackup) => renderToStaticMarkup(<BackupTable backups={[backup]} />);

test('only a whole backup whose archive is here is offered', () => {
  expect(show(aBackup())).toContain('/download"');
  for (const state of ['waiting', 'running', 'failed', 'removed', 'away'] as const) {
    expect(show(aBackup({ state }))).not.toContain('/download"');
  }
});

test('a failure says what to do, and the machine’s own words after it', () => {
  const html = show(aBackup({ state: 'failed', failure: 'disk_full', detail: '3 MB are free' }));
  expect(html).toContain('Make room');
  expect(html).toContain('Reason: 3 MB are free');
});

test('whoever pressed reads first that it began, and then what came of it', () => {
  const said = (state: ListedBackup['state']) => noticeNow('backup_requested', [aBackup({ state })]);
  expect(said('running')).toBe('backup_requested');
  expect(said('good')).toBe('backup_made');
  expect(said('failed')).toBe('backup_failed');
  const drill = { ...aBackup(), kind: 'drill' as const, state: 'failed' as const };
  expect(noticeNow('drill_requested', [aBackup(), aBackup({ drill })])).toBe('drill_failed');
});

test('a field that was left alone saves nothing, and what is no number is not taken for one', () => {
  const shown = enteredBackupsOf(DEFAULT_SETTINGS);
  expect(changedBackups(shown, shown)).toEqual({});
  const form = new FormData();
  form.set('backupHour', '1e1');
  expect(changedBackups(readEnteredBackups(form), shown)).toEqual({
    nightlyBackups: false,
    backupHour: Number.NaN,
    backupsKept: Number.NaN,
    backupFiles: false,
  });
});
