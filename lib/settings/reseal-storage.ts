import { inTransaction } from '../db/client';
import { currentDataKey } from '../db/data-keys';
import { openText, sealText } from '../db/sealed-text';
import { readStorageRow, SECRET_PLACE, STORAGE_KEY } from './storage-row';

/** Seals the secret of the bucket under the current data key. Nothing of the settings changes, so nothing is audited. */
export async function resealStorage(): Promise<void> {
  // Before the transaction: a data key that is made there would be gone with it.
  await currentDataKey();
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('store_setting'))`;
    const row = await readStorageRow(tx);
    if (!row.s3) return;
    const secret = await openText(Buffer.from(row.s3.sealedSecret, 'base64'), SECRET_PLACE);
    const sealedSecret = Buffer.from(await sealText(secret, SECRET_PLACE, tx)).toString('base64');
    await tx.storeSetting.update({
      where: { key: STORAGE_KEY },
      data: { value: { ...row, s3: { ...row.s3, sealedSecret } } },
    });
  });
}
