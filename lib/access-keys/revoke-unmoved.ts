import type { Actor } from '../audit/record-audit';
import { db } from '../db/client';
import { pepperVersion } from '../secrets/lookup-digest';
import { revokeKey } from './change-key-state';
import { listUnmovedKeys } from './move-digest';

/**
 * Revokes the developer keys whose values were not used since the pepper was replaced, and tells their owners; a value that
 * another one of its key has replaced just ends. Answers how many keys were revoked.
 */
export async function revokeUnmoved(actor: Actor): Promise<number> {
  const isMoved = { secrets: { some: { pepperVersion: pepperVersion() } } };
  let revoked = 0;
  for (const { sid } of await listUnmovedKeys()) {
    if ((await db().accessKey.count({ where: { sid, ...isMoved } })) > 0) continue;
    const done = await revokeKey({ anyOwner: true, sid, actor });
    if (done.ok) revoked++;
  }
  await db().accessSecret.deleteMany({ where: { pepperVersion: { not: pepperVersion() }, key: isMoved } });
  return revoked;
}
