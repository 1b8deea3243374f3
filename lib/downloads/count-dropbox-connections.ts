import { db } from '../db/client';

/** How many customers have connected their Dropbox. */
export async function countDropboxConnections(): Promise<number> {
  return db().dropboxConnection.count();
}
