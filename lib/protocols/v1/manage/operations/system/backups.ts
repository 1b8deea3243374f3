import { z } from 'zod';
import { type ListedRun, listBackups } from '../../../../../system/list-backups';
import { requestBackup, requestDrill } from '../../../../../system/request-run';
import { RUN_FAILURES } from '../../../../../system/run-failure';
import { operation } from '../../operation';
import { actorOf, isoOf, maybeTold, refuse, told } from '../shop-fields';

const run = z.object({
  id: z.uuid(),
  cause: z.enum(['schedule', 'admin', 'key', 'command']),
  state: z
    .enum(['waiting', 'running', 'good', 'failed', 'removed', 'away'])
    .describe('removed: newer ones are kept instead. away: its archive is not in the data folder.'),
  requested_at: told,
  ended_at: maybeTold,
  steps_done: z.int(),
  steps_all: z.int().describe('Tables and files; 0 before it has begun.'),
  failure: z.enum(RUN_FAILURES).nullable(),
  detail: z.string().nullable().describe('The machine’s own words about a failure.'),
});

const backup = run.extend({
  file_name: z.string().nullable(),
  size_bytes: z.int().nullable(),
  rows: z.int().nullable(),
  files: z.int().nullable(),
  missing_files: z.int().nullable().describe('Release files that the data folder should have had.'),
  drill: run.nullable().describe('The newest rehearsal of its restore.'),
});

const asked = z.object({ id: z.uuid() });

const common = { area: 'settings', audience: 'admin' } as const;

export const listBackupsOperation = operation({
  ...common,
  id: 'settings.list_backups',
  access: 'read',
  method: 'GET',
  path: '/admin/backups',
  summary: 'List the backups, the newest first, with the rehearsals of their restore.',
  description: 'The newest sixty. An archive itself is downloaded by a person who has just proved who they are.',
  refusals: [],
  answerSchema: z.object({ data: z.array(backup) }),
  handle: async ({ at }) => {
    const backups = await listBackups(at);
    const data = backups.map(({ fileName, sizeBytes, rows, files, missingFiles, drill, ...one }) => ({
      ...present(one),
      file_name: fileName,
      size_bytes: sizeBytes,
      rows,
      files,
      missing_files: missingFiles,
      drill: drill ? present(drill) : null,
    }));
    return { ok: true, body: { data } };
  },
});

export const startBackupOperation = operation({
  ...common,
  id: 'settings.start_backup',
  access: 'write',
  method: 'POST',
  path: '/admin/backups',
  summary: 'Begin a backup; the list says how far it is.',
  refusals: ['conflict', 'storage_failed'],
  isRepeatable: true,
  success: 202,
  answerSchema: asked,
  handle: async ({ caller }) => {
    const done = await requestBackup({ actor: actorOf(caller), cause: 'key' });
    if (done.ok) return { ok: true, status: 202, body: { id: done.id } };
    return refuse({ reason: done.reason === 'backup_under_way' ? 'conflict' : 'storage_failed' });
  },
});

export const startDrillOperation = operation({
  ...common,
  id: 'settings.start_drill',
  access: 'write',
  method: 'POST',
  path: '/admin/backups/rehearse',
  summary: 'Begin the rehearsal of a restore of the newest backup, beside the store.',
  description:
    'Refused as in conflict while one is under way, when there is no whole backup, and where the store’s role may not create databases.',
  refusals: ['conflict'],
  isRepeatable: true,
  success: 202,
  answerSchema: asked,
  handle: async ({ caller }) => {
    const done = await requestDrill({ actor: actorOf(caller), cause: 'key' });
    return done.ok ? { ok: true, status: 202, body: { id: done.id } } : refuse({ reason: 'conflict' });
  },
});

function present({
  id,
  cause,
  state,
  requestedAt,
  endedAt,
  steps,
  failure,
  detail,
}: PresentedRun): z.input<typeof run> {
  return {
    id,
    cause,
    state,
    requested_at: isoOf(requestedAt),
    ended_at: endedAt ? isoOf(endedAt) : null,
    steps_done: steps.done,
    steps_all: steps.all,
    failure: failure ?? null,
    detail,
  };
}

type PresentedRun = Pick<
  ListedRun,
  'id' | 'cause' | 'state' | 'requestedAt' | 'endedAt' | 'steps' | 'failure' | 'detail'
>;
