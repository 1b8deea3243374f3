import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { sealText } from '../db/sealed-text';
import { type EnteredBucket, readStorageEntry, type StorageEntry, type StorageFault } from './storage-entry';
import { readStorageRow, SECRET_PLACE, STORAGE_KEY, type StorageRow } from './storage-row';
import { forgetStorageState } from './storage-state';

export type SaveStorageResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'storage_invalid'; faults: StorageFault[] };

/**
 * Saves where files lie and where new ones go, and records who changed what without the secret. A bucket in which files of
 * releases lie cannot be taken out: their downloads would end.
 */
export async function saveStorageSettings(entry: StorageEntry, actor: Actor): Promise<SaveStorageResult> {
  const result = await inTransaction<SaveStorageResult>(async (tx) => {
    // Released at COMMIT: of two saves at once the second sees what the first wrote.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('store_setting'))`;
    const before = await readStorageRow(tx);
    const read = readStorageEntry(entry, before);
    if (!read.ok) return { ok: false, reason: 'storage_invalid', faults: read.faults };
    if (!read.s3 && (await tx.artifact.count({ where: { source: 's3' } })) > 0) {
      return { ok: false, reason: 'storage_invalid', faults: [{ field: 'bucket', problem: 'bucket_in_use' }] };
    }
    const after: StorageRow = { newFiles: read.newFiles, s3: read.s3 ? await sealed(read.s3, before) : null };
    const isChanged = !isDeepStrictEqual(before, after);
    if (isChanged) await write(tx, { before, after, actor });
    return { ok: true, isChanged };
  });
  forgetStorageState();
  return result;
}

async function sealed({ secret, ...rest }: EnteredBucket, before: StorageRow): Promise<NonNullable<StorageRow['s3']>> {
  if (secret === undefined) return { ...rest, sealedSecret: before.s3?.sealedSecret ?? '' };
  return { ...rest, sealedSecret: Buffer.from(await sealText(secret, SECRET_PLACE)).toString('base64') };
}

async function write(
  tx: Tx,
  { before, after, actor }: { before: StorageRow; after: StorageRow; actor: Actor },
): Promise<void> {
  const at = now();
  const row = { value: after, updatedAt: at, updatedBy: actor.id ?? null };
  await tx.storeSetting.upsert({ where: { key: STORAGE_KEY }, create: { key: STORAGE_KEY, ...row }, update: row });
  const isReplaced = before.s3?.sealedSecret !== after.s3?.sealedSecret && after.s3 !== null;
  await recordAudit(tx, {
    actor,
    action: 'storage_settings.save',
    objectKind: 'store_setting',
    objectId: STORAGE_KEY,
    before: told(before),
    after: { ...told(after), isSecretReplaced: isReplaced },
    at,
  });
}

/** What the audit may keep: all but the secret, sealed or not. */
function told({ newFiles, s3 }: StorageRow) {
  if (!s3) return { newFiles, s3: null };
  const { sealedSecret: _, ...rest } = s3;
  return { newFiles, s3: rest };
}
