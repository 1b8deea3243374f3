import { z } from 'zod';
import { readBuild } from '../../../../../reports/read-build';
import { type ClientService, readClientService } from '../../../../../reports/read-client-service';
import { readJobs } from '../../../../../reports/read-jobs';
import { listDeadJobs, retryDeadJob } from '../../../../../system/dead-jobs';
import { operation } from '../../operation';
import { actorOf, isoOf, maybeTold, notFound, told } from '../shop-fields';

const DAY_MS = 86_400_000;

const service = z.object({
  calls: z.int().describe('Exact up to 50,000; beyond, as many as the lines of the log are numbered.'),
  failed: z.int().describe('Ended in an error of the store. A refusal is an answer.'),
  p50_ms: z.number().nullable(),
  p99_ms: z.number().nullable(),
});

const common = { area: 'reports', access: 'read', audience: 'admin', method: 'GET', refusals: [] } as const;

export const readServiceOperation = operation({
  ...common,
  id: 'reports.client_service',
  path: '/admin/reports/client-service',
  summary: 'Read how client calls were served: how many, how many not, and how fast.',
  answerSchema: z.object({ last_day: service, last_week: service }),
  handle: async ({ at }) => {
    const from = (days: number) => new Date(at.getTime() - days * DAY_MS);
    const [day, week] = await Promise.all([readClientService(from(1)), readClientService(from(7))]);
    return { ok: true, body: { last_day: presentService(day), last_week: presentService(week) } };
  },
});

export const readJobsOperation = operation({
  ...common,
  id: 'reports.jobs',
  path: '/admin/reports/jobs',
  summary: 'Read what the store still has to do by kind, and the jobs it gave up.',
  answerSchema: z.object({
    data: z.array(
      z.object({
        kind: z.string(),
        due: z.int(),
        oldest_due_at: maybeTold,
        later: z.int(),
        given_up: z.int(),
      }),
    ),
    given_up: z
      .array(z.object({ id: z.uuid(), kind: z.string(), created_at: told, last_error: z.string() }))
      .describe('The newest fifty. Mails and messages to webhooks have lists of their own.'),
  }),
  handle: async ({ at }) => {
    const [queues, dead] = await Promise.all([readJobs(at), listDeadJobs()]);
    const data = queues.map(({ kind, waiting, oldestDueAt, later, dead: count }) => ({
      kind,
      due: waiting,
      oldest_due_at: oldestDueAt ? isoOf(oldestDueAt) : null,
      later,
      given_up: count,
    }));
    const givenUp = dead.map(({ id, kind, createdAt, lastError }) => ({
      id,
      kind,
      created_at: isoOf(createdAt),
      last_error: lastError,
    }));
    return { ok: true, body: { data, given_up: givenUp } };
  },
});

export const readVersionsOperation = operation({
  ...common,
  id: 'reports.software',
  path: '/admin/reports/software',
  summary: 'Read the versions of the store and of what it runs on, and the state of its migrations.',
  answerSchema: z.object({
    version: z.string(),
    commit: z.string().nullable(),
    node: z.string(),
    postgres: z.string(),
    migrations_applied: z.int(),
    migrations_pending: z.array(z.string()),
    newest_migration: z.string().nullable(),
    newest_migration_at: maybeTold,
  }),
  handle: async () => {
    const { version, commit, node, postgres, migrations } = await readBuild();
    const { applied, pending, newest } = migrations;
    return {
      ok: true,
      body: {
        version,
        commit: commit ?? null,
        node,
        postgres,
        migrations_applied: applied,
        migrations_pending: pending,
        newest_migration: newest?.name ?? null,
        newest_migration_at: newest ? isoOf(newest.at) : null,
      },
    };
  },
});

export const retryJobOperation = operation({
  id: 'logs.retry_job',
  area: 'logs',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/jobs/{id}/retry',
  summary: 'Put a job that was given up back in the queue, with all its attempts.',
  refusals: ['not_found'],
  isRepeatable: true,
  success: 204,
  pathSchema: z.object({ id: z.uuid() }),
  handle: async ({ caller, path }) => {
    const done = await retryDeadJob(path.id, actorOf(caller));
    return done.ok ? { ok: true, status: 204 } : notFound;
  },
});

function presentService({ calls, failed, p50Ms, p99Ms }: ClientService): z.input<typeof service> {
  return { calls, failed, p50_ms: p50Ms ?? null, p99_ms: p99Ms ?? null };
}
