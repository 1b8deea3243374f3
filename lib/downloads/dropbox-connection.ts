import { randomUUID } from 'node:crypto';
import { db, type Tx } from '../db/client';
import { openText, sealText } from '../db/sealed-text';
import type { DropboxAccess } from '../dropbox/save-by-url';
import { readStoreSettings } from '../settings/store-settings';

/** The Dropbox a customer has connected, while the store still uses the app they agreed to. */
export async function findDropboxConnection(
  customerId: string,
): Promise<{ id: string; connectedAt: Date } | undefined> {
  const { dropboxAppKey } = await readStoreSettings();
  const row = await db().dropboxConnection.findFirst({
    where: { customerId, appKey: dropboxAppKey },
    select: { id: true, connectedAt: true },
  });
  return row ?? undefined;
}

/** The same with what opens it, for the moment of a call to Dropbox. */
export async function openDropboxAccess(customerId: string): Promise<(DropboxAccess & { id: string }) | undefined> {
  const { dropboxAppKey } = await readStoreSettings();
  const row = await db().dropboxConnection.findFirst({ where: { customerId, appKey: dropboxAppKey } });
  if (!row) return undefined;
  const { id, appKey, sealedToken } = row;
  return { id, appKey, refreshToken: await openText(sealedToken, placeOf(id, customerId)) };
}

/** Opens a row that is about to be deleted, whatever app it belongs to. */
export async function openSealedAccess(row: {
  id: string;
  customerId: string;
  appKey: string;
  sealedToken: Uint8Array;
}): Promise<DropboxAccess> {
  return { appKey: row.appKey, refreshToken: await openText(row.sealedToken, placeOf(row.id, row.customerId)) };
}

/** Keeps the one connection of a customer, sealed; an earlier one is replaced. */
export async function keepDropboxConnection(
  tx: Tx,
  wish: { customerId: string; access: DropboxAccess; at: Date },
): Promise<void> {
  const { customerId, access, at } = wish;
  const id = randomUUID();
  const sealedToken = await sealText(access.refreshToken, placeOf(id, customerId));
  await tx.dropboxConnection.deleteMany({ where: { customerId } });
  await tx.dropboxConnection.create({
    data: { id, customerId, appKey: access.appKey, sealedToken, connectedAt: at },
  });
}

function placeOf(rowId: string, ownerId: string) {
  return { table: 'dropbox_connection', column: 'sealed_token', rowId, ownerId };
}
