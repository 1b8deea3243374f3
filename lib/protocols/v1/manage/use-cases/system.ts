import type { UseCaseGroup } from './use-case';

/** How the store itself is, and whether it could be brought back. */
export const SYSTEM: readonly UseCaseGroup[] = [
  {
    name: 'System',
    cases: [
      {
        does: 'See whether everything works, and how client software is served',
        at: ['system/page'],
        operations: ['reports.dependencies', 'reports.client_service'],
      },
      {
        does: 'See the jobs, and run one again that was given up',
        at: ['system/jobs/page', 'system/jobs/actions#runJobAgain'],
        operations: ['reports.jobs', 'logs.retry_job'],
      },
      { does: 'See the versions and the migrations', at: ['system/updates/page'], operations: ['reports.software'] },
      {
        does: 'See the backups, make one, and rehearse its restore',
        at: ['system/backups/page', 'system/backups/actions#backUpNow', 'system/backups/actions#rehearseNow'],
        operations: ['settings.list_backups', 'settings.start_backup', 'settings.start_drill'],
      },
      {
        does: 'Say when backups are made and how many are kept',
        at: ['system/backups/actions#saveBackups'],
        operations: ['settings.read', 'settings.edit'],
      },
      {
        does: 'Download a backup',
        at: ['system/backups/[id]/download/route'],
        without:
          'A backup holds every customer and order. It is given to a person who has just proved who they are; a key proves only that somebody has it.',
      },
    ],
  },
];
