import { z } from 'zod';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import type { Refused } from '../dropbox/describe-refusal';
import { checkSave, type DropboxAccess, startSave } from '../dropbox/save-by-url';
import { env } from '../env';
import type { JobHandler } from '../jobs/job';
import { openDropboxAccess } from './dropbox-connection';
import { type DropboxSaveEnd, type DropboxSaveFailure, endDropboxSave } from './end-dropbox-save';
import { makeDropboxLink } from './make-dropbox-link';
import { DROPBOX_SAVE_KIND, enqueueSaveStep } from './save-to-dropbox';

const payload = z.object({ saveId: z.uuid(), step: z.number().int().min(0) });

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 30_000;
/** Dropbox gives up after 15 minutes; a little more, so that it can still say so itself. */
const PATIENCE_MS = 16 * 60_000;

type Save = NonNullable<Awaited<ReturnType<typeof readOpenSave>>>;
type Step = { save: Save; step: number; access: DropboxAccess & { id: string }; at: Date };

/** The outbox handler of saves: one step a job, each promising the next, so that no worker waits for Dropbox. */
export function dropboxSaveHandlers(): Record<string, JobHandler> {
  return { [DROPBOX_SAVE_KIND]: (given) => takeStep(payload.parse(given), now()) };
}

/**
 * Starts a queued save at Dropbox, or asks how far a started one is. A process that dies between Dropbox's answer and our
 * note of it starts the save again: the file may then lie there twice, under two names, but is never lost.
 */
async function takeStep({ saveId, step }: z.infer<typeof payload>, at: Date): Promise<void> {
  const save = await readOpenSave(saveId);
  if (!save) return;
  const access = await openDropboxAccess(save.customerId);
  if (!access) return end(save, failed('disconnected'), at);
  const { dropboxJobId } = save;
  if (dropboxJobId === null) return begin({ save, step, access, at });
  return look({ save, step, access, at }, dropboxJobId);
}

async function begin(state: Step): Promise<void> {
  const { save, access, at } = state;
  const link = await makeDropboxLink(save, at);
  if (!link.ok) return end(save, failed(link.reason), at);
  const started = await startSave(access, { path: save.askedPath, url: env().publicUrl + link.path });
  if (!started.ok) return refused(state, started);
  if (started.kind === 'saved') return end(save, { status: 'saved', savedPath: started.path }, at);
  await inTransaction(async (tx) => {
    const { count } = await tx.dropboxSave.updateMany({
      where: { id: save.id, status: 'queued' },
      data: { status: 'saving', dropboxJobId: started.jobId, startedAt: at, failureDetail: null },
    });
    if (count === 0) return;
    await promiseNext(tx, state);
    const fact = { objectKind: 'dropbox_save', objectId: save.id, before: { status: 'queued' } };
    await recordAudit(tx, { actor: bySystem, action: 'dropbox_save.start', ...fact, after: { status: 'saving' }, at });
  });
}

async function look(state: Step, jobId: string): Promise<void> {
  const { save, access, at } = state;
  const found = await checkSave(access, jobId);
  if (!found.ok) return refused(state, found);
  if (found.kind === 'saved') return end(save, { status: 'saved', savedPath: found.path }, at);
  if (isOverdue(save, at)) return end(save, failed('timed_out'), at);
  await inTransaction((tx) => promiseNext(tx, state));
}

async function refused(state: Step, { reason, detail, retryAfterMs = 0 }: Refused): Promise<void> {
  const { save, access, at } = state;
  if (reason === 'dropbox_busy' && !isOverdue(save, at)) {
    return inTransaction(async (tx) => {
      const mine = { id: save.id, openKey: { not: null } };
      await tx.dropboxSave.updateMany({ where: mine, data: { failureDetail: detail } });
      await promiseNext(tx, state, retryAfterMs);
    });
  }
  // Dropbox only says that it got no file; the store knows whether it was still allowed to have it.
  const isClosed = reason === 'could_not_fetch' && !(await makeDropboxLink(save, at)).ok;
  await inTransaction(async (tx) => {
    if (reason === 'connection_ended') await forgetConnection(tx, access.id, save.customerId, at);
    const why = failed(isClosed ? 'not_entitled' : reason, detail);
    await endDropboxSave(tx, { saveId: save.id, end: why, actor: bySystem, at });
  });
}

// What Dropbox no longer accepts is of no use: the page offers to connect again.
async function forgetConnection(tx: Tx, id: string, customerId: string, at: Date): Promise<void> {
  const { count } = await tx.dropboxConnection.deleteMany({ where: { id, customerId } });
  if (count === 0) return;
  const fact = { objectKind: 'customer', objectId: customerId };
  await recordAudit(tx, { actor: bySystem, action: 'dropbox.connection_end', ...fact, at });
}

function promiseNext(tx: Tx, { save, step, at }: Step, atLeastMs = 0): Promise<void> {
  const delayMs = Math.max(atLeastMs, Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 1.5 ** step));
  const availableAt = new Date(at.getTime() + delayMs);
  return enqueueSaveStep(tx, { saveId: save.id, step: step + 1, availableAt });
}

const bySystem = { kind: 'system', via: `job:${DROPBOX_SAVE_KIND}` } as const;

function isOverdue({ startedAt, queuedAt }: Save, at: Date): boolean {
  return at.getTime() - (startedAt ?? queuedAt).getTime() > PATIENCE_MS;
}

function failed(failure: DropboxSaveFailure, failureDetail = ''): DropboxSaveEnd {
  return { status: 'failed', failure, failureDetail };
}

async function end(save: Save, how: DropboxSaveEnd, at: Date): Promise<void> {
  await inTransaction((tx) => endDropboxSave(tx, { saveId: save.id, end: how, actor: bySystem, at }));
}

function readOpenSave(id: string) {
  return db().dropboxSave.findFirst({ where: { id, openKey: { not: null } } });
}
