import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { listUnmovedKeys } from '@/lib/access-keys/move-digest';
import { revealKey } from '@/lib/access-keys/reveal-key';
import { revokeUnmoved } from '@/lib/access-keys/revoke-unmoved';
import { readEnrolment } from '@/lib/customers/enrol-authenticator';
import { db, inTransaction } from '@/lib/db/client';
import { currentDataKey, forgetDataKeys } from '@/lib/db/data-keys';
import { SEALED_COLUMNS } from '@/lib/db/sealed-columns';
import { keepDropboxConnection, openSealedAccess } from '@/lib/downloads/dropbox-connection';
import { findByKey } from '@/lib/licensing/find-by-key';
import { openLicenseKey } from '@/lib/licensing/write-license-key';
import { keyring, newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { withNewParts, withoutOldParts } from '@/lib/secrets/rotate-keyring';
import { bringUnderKeyring } from '@/lib/server/bring-under-keyring';
import { readStorageSettings } from '@/lib/settings/read-storage-settings';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { rotateSecret } from '@/lib/webhooks/rotate-secret';
import { openSecret } from '@/lib/webhooks/signing-secret';
import { anAccessKey, replaceValue } from '../support/access-keys';
import { aBucket } from '../support/bucket';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';
import { manageCall } from '../support/manage-calls';
import { aPerson, aSeed } from '../support/second-factors';
import { anAdmin, anEndpoint } from '../webhooks/support';

useDatabase({ DEMO: '0' });

/** The store after `npm run rotate-secrets` and a start; answers what the start said. */
async function rotate(): Promise<string[]> {
  setKeyring(withNewParts(keyring()));
  forgetDataKeys();
  const said: string[] = [];
  await bringUnderKeyring((line) => said.push(line));
  return said;
}

/** The store after the old parts were taken out. */
function finish() {
  setKeyring(withoutOldParts(keyring()));
  forgetDataKeys();
}

const whoami = async (value: string) => (await manageCall(value, 'GET', '/whoami')).status;

beforeEach(async () => {
  if (keyring().peppers.length > 1) finish();
  await db().accessKey.deleteMany();
});

/** One value of each sealed column, and a way to read each again. */
async function everythingSealed() {
  const at = new Date();
  const bought = await aResource();
  const person = await aPerson(at);
  const { id: customerId, email } = person.customer;
  const seed = await aSeed(person, at);
  const access = { appKey: 'app', refreshToken: 'refresh' };
  await inTransaction((tx) => keepDropboxConnection(tx, { customerId, access, at }));
  const made = await createKey({
    customerId,
    actor: { kind: 'customer', id: customerId },
    kind: 'standard',
    name: 'Mine',
  });
  if (!made.ok) throw new Error(made.reason);
  const { sid } = made.key;
  const reveal = () =>
    revealKey({ customerId, sid, isRecentlyProven: true, actor: { kind: 'customer', id: customerId }, at });
  const shown = await reveal();
  const endpoint = await anEndpoint('https://hooks.example.com/in');
  const rotated = await rotateSecret(endpoint.id, 24, { actor: await anAdmin() });
  const bucket = await aBucket('');
  await saveStorageSettings(bucket.settings, bySystem);
  await bucket.vanish();
  const readAll = async () => {
    const keys = await db().licenseKey.findMany({ where: { apiResourceId: bought.resourceId } });
    const hook = await db().webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    return {
      keys: await Promise.all(keys.map(openLicenseKey)),
      found: await Promise.all([bought.key, bought.masterKey].map(findByKey)),
      seed: (await readEnrolment({ customerId, email, issuer: 'Store' }, at))?.seed,
      dropbox: await openSealedAccess(await db().dropboxConnection.findFirstOrThrow({ where: { customerId } })).then(
        ({ refreshToken }) => refreshToken,
      ),
      standard: await reveal(),
      hook: [
        await openSecret(hook.sealedSecret, hook.id),
        await openSecret(hook.sealedOldSecret ?? Buffer.of(), hook.id),
      ],
      storage: (await readStorageSettings()).s3?.secretAccessKey,
    };
  };
  const expected = { seed, dropbox: 'refresh', standard: shown, storage: 'testing' };
  return {
    readAll,
    expected,
    standard: shown.ok ? shown.key : '',
    hook: [rotated.ok && rotated.secret, endpoint.secret],
  };
}

/** Every sealed column has values, all of them under the current data key. */
async function expectAllUnderOneKey() {
  const { id } = await currentDataKey();
  for (const { table, column } of SEALED_COLUMNS) {
    const rows = await db().$queryRawUnsafe<{ start: string }[]>(
      `SELECT DISTINCT encode(substring(${column} FROM 1 FOR 16), 'hex') AS start FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    expect(rows, `${table}.${column}`).toEqual([{ start: id.replaceAll('-', '') }]);
  }
  expect(await db().dataKey.count({ where: { retiredAt: null } })).toBe(1);
}

test('after a rotation everything is found and opened as before, also once the old parts are gone', async () => {
  const { readAll, expected, standard, hook } = await everythingSealed();
  const before = await readAll();
  expect(before).toMatchObject({ ...expected, hook });
  expect(before.found).toMatchObject([{ kind: 'licence' }, { kind: 'customer' }]);
  const said = await rotate();
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Keyring: new parts in use; [1-9]\d* keys indexed and [1-9]\d* values sealed anew\. /);
  expect(await readAll()).toEqual(before);
  await expectAllUnderOneKey();
  finish();
  expect(await readAll()).toEqual(before);
  expect(await whoami(standard)).toBe(200);
});

test('a start that was cut off goes on at the next one, and a start without new parts does nothing', async () => {
  const { readAll } = await everythingSealed();
  const before = await readAll();
  const [key] = await db().licenseKey.findMany({ orderBy: { id: 'desc' }, take: 1 });
  const { id, digest, pepperVersion, sealed } = first(key ? [key] : []);
  await rotate();
  await db().licenseKey.update({ where: { id }, data: { digest, pepperVersion, sealed } });
  const said: string[] = [];
  await bringUnderKeyring((line) => said.push(line));
  expect(said[0]).toContain('; 1 keys indexed and 1 values sealed anew.');
  expect(await readAll()).toEqual(before);
  finish();
  await bringUnderKeyring((line) => said.push(line));
  expect(said).toHaveLength(1);
});

test('a value that does not open is counted and left as it is, and keeps no other from being moved', async () => {
  const [bad, good] = [await aResource(), await aResource()];
  const where = { apiResourceId: bad.resourceId };
  const { id } = await db().licenseKey.findFirstOrThrow({ where });
  const sealed = new Uint8Array(Buffer.alloc(80, 7));
  await db().licenseKey.update({ where: { id }, data: { sealed } });
  const said = await rotate();
  expect(said[0]).toContain(' 1 values do not open and were left as they are.');
  expect(await db().licenseKey.findUniqueOrThrow({ where: { id } })).toMatchObject({ sealed });
  expect(await findByKey(good.key)).toMatchObject({ kind: 'licence' });
  await db().licenseKey.delete({ where: { id } });
});

test('a developer key kept as a digest only works through the rotation, moves at its first use, and stays', async () => {
  const [used, pair, idle] = [await anAccessKey(), await anAccessKey(), await anAccessKey()];
  expect((await rotate())[0]).toContain('move at their next use: 3.');
  expect(await Promise.all([whoami(used.value), whoami(used.value), whoami(pair.value)])).toEqual([200, 200, 200]);
  expect(await whoami(`${used.value.slice(0, -1)}x`)).toBe(401);
  expect(await listUnmovedKeys()).toMatchObject([{ sid: idle.key.sid, name: 'Key of a test' }]);
  finish();
  expect([await whoami(used.value), await whoami(pair.value), await whoami(idle.value)]).toEqual([200, 200, 401]);
});

test('revoking what was not used ends those keys, and of a key that was only the value it had before', async () => {
  const [idle, used] = [await anAccessKey(), await anAccessKey()];
  const newer = await replaceValue(used.key.id, 'secret', new Date(Date.now() + 3_600_000));
  await rotate();
  expect(await whoami(newer)).toBe(200);
  expect(await revokeUnmoved(bySystem)).toBe(1);
  expect(await db().accessKey.findUniqueOrThrow({ where: { id: idle.key.id } })).toMatchObject({ state: 'revoked' });
  expect(await db().accessKey.findUniqueOrThrow({ where: { id: used.key.id } })).toMatchObject({ state: 'active' });
  expect([await whoami(newer), await whoami(used.value)]).toEqual([200, 401]);
  expect(await listUnmovedKeys()).toEqual([]);
});

test('every place that is sealed for longer than an hour is among those that are sealed anew', () => {
  // A mailed token and a consent under way end by themselves; the settings of the storage are one row of their own.
  const others = ['outbox_entry', 'dropbox_consent', 'store_setting'];
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('db/'))
    .map((file) => readFileSync(`lib/${file}`, 'utf8'))
    .filter((source) => source.includes('sealed-text') || source.includes('SECRET_PLACE ='));
  const places = sources.flatMap((source) => [...source.matchAll(/table: '(\w+)',\s+column: '([\w.]+)'/g)]);
  const known = SEALED_COLUMNS.map(({ table, column, boundAs = column }) => `${table}.${boundAs}`);
  const named = places
    .filter(([, table = '']) => !others.includes(table))
    .map(([, table, column]) => `${table}.${column}`);
  expect(places.length).toBeGreaterThanOrEqual(8);
  expect(new Set(named)).toEqual(new Set(known));
});

test('a keyring holds two peppers at most, in the order of their versions', () => {
  const ring = newKeyring();
  const next = withNewParts(ring);
  expect(next.peppers.map(({ version }) => version)).toEqual([1, 2]);
  expect(next.wrapping.map(({ id }) => id)).toEqual(['k1', 'k2']);
  expect(next.root).toBe(ring.root);
  expect(withNewParts(withoutOldParts(next)).wrapping.map(({ id }) => id)).toEqual(['k2', 'k3']);
});
