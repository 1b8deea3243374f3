import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { restoreBackup } from '@/lib/backup/restore-backup';
import { writeBackup } from '@/lib/backup/write-backup';
import { now } from '@/lib/clock';
import { closeDb } from '@/lib/db/client';
import { forgetDataKeys } from '@/lib/db/data-keys';
import { env, setEnv } from '@/lib/env';
import { checkStatus } from '@/lib/licensing/check-status';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { keyring, newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { openKeyring } from '@/lib/server/open-keyring';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner } from '../support/developer-keys';
import { aResource } from '../support/factories';
import { scratchDatabase } from '../support/scratch-database';

useDatabase();
const folder = mkdtemp(path.join(os.tmpdir(), 'latchkey-dump-'));
afterAll(async () => rm(await folder, { recursive: true }));

test('a dump alone opens nothing: no key stands in it, and a store with another keyring or none refuses to start on it', async () => {
  const [home, own] = [await folder, keyring()];
  const keyringText = JSON.stringify(own);
  await openKeyring({ ...env(), keyringText });
  const { key, masterKey, customerId, productNumber } = await aResource();
  const developerKey = await aKeyOf(await anOwner(), { kind: 'secret' });
  const file = path.join(home, 'store.tar');
  await writeBackup({ url: env().databaseUrl ?? '', file, withFiles: true, at: now() });

  const dump = await readFile(file, 'latin1');
  const secrets = [key, masterKey, 'key' in developerKey.value ? developerKey.value.key : '', own.root];
  for (const secret of secrets) expect(dump.includes(secret)).toBe(false);

  const scratch = await scratchDatabase();
  try {
    await restoreBackup({ url: scratch.url, file, keepFiles: false });
    await closeDb();
    setEnv({ ...env(), databaseUrl: scratch.url, dataDir: path.join(home, 'elsewhere') });
    await expect(openKeyring(env())).rejects.toThrow(
      /^The keyring \S+ is missing, but this database was sealed with one\. Put it back from your backup\.$/,
    );
    const other = newKeyring();
    await expect(openKeyring({ ...env(), keyringText: JSON.stringify(other) })).rejects.toThrow(
      /^The keyring does not belong to this database: its part "\S+" differs\. Put back the keyring the store was started with\.$/,
    );
    // Past that refusal nothing is readable either, and no key is found.
    setKeyring(other);
    forgetDataKeys();
    await expect(readMasterKey(customerId)).rejects.toThrow();
    const [asked] = await checkStatus([aCall(key, productNumber, 'laptop')], { at: now() });
    expect(asked).toMatchObject({ ok: false, reason: 'key_not_found' });

    setKeyring(own);
    forgetDataKeys();
    await openKeyring({ ...env(), keyringText });
    expect((await readMasterKey(customerId))?.key).toBe(masterKey);
  } finally {
    await closeDb();
    await scratch.drop();
  }
});
