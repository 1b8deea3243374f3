import { listUnmovedKeys } from '../access-keys/move-digest';
import { now } from '../clock';
import { reindexDigests } from '../db/reindex-digests';
import { resealColumns } from '../db/reseal-columns';
import { rotateDataKeys } from '../db/rotate-data-keys';
import { keyring } from '../secrets/keyring';
import { isRotating } from '../secrets/rotate-keyring';
import { resealStorage } from '../settings/reseal-storage';

/**
 * After `npm run rotate-secrets` has put new parts into the keyring: everything that can be read again is sealed and found
 * under them before the store serves, because the client API looks under the newest pepper only (ADR 0124). Cut off, it
 * goes on at the next start. One line says how far it is.
 */
export async function bringUnderKeyring(say: (line: string) => void): Promise<void> {
  if (!isRotating(keyring())) return;
  await rotateDataKeys(now());
  const found = await reindexDigests();
  const { moved, unreadable } = await resealColumns();
  await resealStorage();
  const { length: unmoved } = await listUnmovedKeys();
  const damaged = unreadable === 0 ? '' : ` ${unreadable} values do not open and were left as they are.`;
  say(
    `Keyring: new parts in use; ${found} keys indexed and ${moved} values sealed anew.${damaged} Developer keys that move at their next use: ${unmoved}. When none is left: npm run rotate-secrets -- --finish`,
  );
}
