import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { outOfReach } from '../dropbox/dropbox-origins';
import { env } from '../env';
import { enqueue } from '../jobs/enqueue';
import { findDropboxConnection } from './dropbox-connection';
import { dropboxPath } from './dropbox-path';
import { makeDropboxLink } from './make-dropbox-link';

/** The outbox kind of all steps of a save. */
export const DROPBOX_SAVE_KIND = 'dropbox_save';

/** A protection against a stuck key, not a plan: Dropbox does these at its own pace. */
const MOST_OPEN = 50;

export type SaveToDropboxResult =
  /** `isNew` is false when this file was on its way already. */
  | { ok: true; isNew: boolean }
  | {
      ok: false;
      reason: 'store_out_of_reach' | 'not_connected' | 'not_entitled' | 'too_many_open';
    };

/**
 * Puts a file in the queue for the customer's Dropbox. What is told to Dropbox is made later, by the job: the right to the
 * file is asked for here, again when the save starts, and again when Dropbox fetches.
 */
export async function saveToDropbox(
  which: { customerId: string; apiResourceId: string; artifactId: string },
  actor: Actor,
  at: Date = now(),
): Promise<SaveToDropboxResult> {
  const { customerId, apiResourceId, artifactId } = which;
  if (outOfReach(env().publicUrl)) return { ok: false, reason: 'store_out_of_reach' };
  if (!(await findDropboxConnection(customerId))) return { ok: false, reason: 'not_connected' };
  if (!isUuid(apiResourceId) || !isUuid(artifactId)) return { ok: false, reason: 'not_entitled' };
  const permitted = await makeDropboxLink(which, at);
  if (!permitted.ok) return permitted;
  const { product } = await db().apiResource.findFirstOrThrow({
    where: { id: apiResourceId, customerId },
    select: { product: { select: { title: true } } },
  });
  const askedPath = dropboxPath(product.title, permitted.fileName);
  return inTransaction(async (tx) => {
    const open = await tx.dropboxSave.count({ where: { customerId, openKey: { not: null } } });
    if (open >= MOST_OPEN) return { ok: false, reason: 'too_many_open' };
    return { ok: true, isNew: await queueSave(tx, { ...which, askedPath }, actor, at) };
  });
}

/** Promises the next step of a save. Each step is promised once, whatever happens to the one before it. */
export async function enqueueSaveStep(
  tx: Tx,
  next: { saveId: string; step: number; availableAt: Date },
): Promise<void> {
  const { saveId, step, availableAt } = next;
  const dedupeKey = `${DROPBOX_SAVE_KIND}:${saveId}:${step}`;
  await enqueue(tx, { kind: DROPBOX_SAVE_KIND, payload: { saveId, step }, dedupeKey, availableAt });
}

async function queueSave(
  tx: Tx,
  wish: { customerId: string; apiResourceId: string; artifactId: string; askedPath: string },
  actor: Actor,
  at: Date,
): Promise<boolean> {
  const id = randomUUID();
  const openKey = `${wish.customerId}:${wish.artifactId}`;
  const { count } = await tx.dropboxSave.createMany({
    data: [{ id, ...wish, openKey, queuedAt: at }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await enqueueSaveStep(tx, { saveId: id, step: 0, availableAt: at });
  const fact = { objectKind: 'dropbox_save', objectId: id, after: { ...wish, status: 'queued' } };
  await recordAudit(tx, { actor, action: 'dropbox_save.request', ...fact, at });
  return true;
}
