import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { activate } from '@/lib/licensing/activate';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { aDataFolder, aDownload } from '../../../../downloads/support';
import { AT, aCall } from '../../../../support/client-calls';
import { useDatabase } from '../../../../support/database';
import { aResource, bySystem, first } from '../../../../support/factories';
import { aCaller, auditOf } from '../admin-calls';

useDatabase({ DATA_DIR: aDataFolder() });

/** A customer with a key, and one licence in use at one place. */
async function aBuyer() {
  const caller = await aCaller('customer');
  const bought = await aResource({ customerId: caller.owner.id });
  await activate([aCall(bought.key, bought.planNumber, `site-${bought.resourceNumber}`)], { at: AT, strict: false });
  const activation = await db().activation.findFirstOrThrow({ where: { apiResourceId: bought.resourceId } });
  return { ...caller, bought, activationId: activation.id };
}

test('a customer’s key lists their orders page by page, each once, and nobody else’s', async () => {
  const { call, owner } = await aBuyer();
  await aResource();
  for (let more = 0; more < 4; more++) await aResource({ customerId: owner.id });
  const numbers: number[] = [];
  let cursor = '';
  for (let pages = 0; pages < 5; pages++) {
    const { json } = await call('GET', `/orders?limit=2${cursor}`);
    numbers.push(...json.data.map((order: { number: number }) => order.number));
    if (json.next_cursor === null) break;
    cursor = `&cursor=${json.next_cursor}`;
  }
  const own = await db().order.findMany({ where: { customerId: owner.id }, orderBy: { number: 'desc' } });
  expect(numbers).toEqual(own.map(({ number }) => number));
  expect(numbers).toHaveLength(5);
});

test('an order is read with its money and without its keys; a stranger’s order is not found', async () => {
  const { call, bought } = await aBuyer();
  const own = await call('GET', `/orders/${bought.orderNumber}`);
  expect(own.json).toMatchObject({ number: bought.orderNumber, currency: 'usd', items: [{ quantity: 1 }] });
  expect(own.text).not.toContain(bought.key);
  const stranger = await aResource();
  expect((await call('GET', `/orders/${stranger.orderNumber}`)).status).toBe(404);
});

test('licences are told with a hint of their key, and without one where the store shows none', async () => {
  const { call, bought } = await aBuyer();
  const path = `/licences/${bought.resourceNumber}`;
  const { json, text } = await call('GET', path);
  expect(json).toMatchObject({ number: bought.resourceNumber, state: 'live', activations: 1 });
  expect(json.key_hint).toBe(`lko_…${bought.key.slice(-4)}`);
  expect(text).not.toContain(bought.key);
  await saveStoreSettings({ showProductOrderApiKeys: false }, bySystem);
  expect((await call('GET', path)).json.key_hint).toBeNull();
  await saveStoreSettings({ showProductOrderApiKeys: true }, bySystem);
  expect((await call('GET', '/licences')).json.data).toHaveLength(1);
  expect((await call('GET', '/licences?state=expired')).json.data).toEqual([]);
});

test('the master key is told by its hint, while the store shows it', async () => {
  const { call, bought } = await aBuyer();
  const shown = await call('GET', '/master-key');
  expect(shown.json).toMatchObject({ hint: `lkm_…${bought.masterKey.slice(-4)}`, is_disabled: false });
  await saveStoreSettings({ showMasterApiKey: false }, bySystem);
  expect((await call('GET', '/master-key')).status).toBe(404);
  await saveStoreSettings({ showMasterApiKey: true }, bySystem);
});

test('an activation is renamed and deleted by its owner’s key, and the audit names the key', async () => {
  const { call, bought, activationId, sid, owner } = await aBuyer();
  const list = `/licences/${bought.resourceNumber}/activations`;
  expect((await call('PATCH', `${list}/${activationId}`, { label: 'Office roof' })).status).toBe(204);
  expect(first((await call('GET', list)).json.data)).toMatchObject({ id: activationId, label: 'Office roof' });
  const leak = await call('PATCH', `${list}/${activationId}`, { label: newDeveloperKey('standard') });
  expect(leak.json.code).toBe('looks_like_a_key');
  expect((await call('DELETE', `${list}/${activationId}`)).status).toBe(204);
  expect((await call('GET', list)).json.data).toEqual([]);
  expect((await call('DELETE', `${list}/${activationId}`)).status).toBe(404);
  const did = { via: `key:${sid}`, actorKind: 'customer', actorId: owner.id };
  expect((await auditOf(activationId)).slice(-2)).toMatchObject([
    { action: 'activation.rename', ...did },
    { action: 'activation.delete', ...did },
  ]);
});

test('a stranger’s activation is neither listed, renamed nor deleted, also not through a licence of one’s own', async () => {
  const [mine, theirs] = [await aBuyer(), await aBuyer()];
  const own = `/licences/${mine.bought.resourceNumber}/activations/${theirs.activationId}`;
  const foreign = `/licences/${theirs.bought.resourceNumber}/activations`;
  const answers = [
    await mine.call('GET', foreign),
    await mine.call('PATCH', own, { label: 'Mine' }),
    await mine.call('PATCH', `${foreign}/${theirs.activationId}`, { label: 'Mine' }),
    await mine.call('DELETE', own),
    await mine.call('DELETE', `${foreign}/${theirs.activationId}`),
    await mine.call('GET', `/licences/${theirs.bought.resourceNumber}`),
    await mine.call('PATCH', `/licences/${theirs.bought.resourceNumber}`, { wants_beta: true }),
  ];
  expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(404));
  expect(await db().activation.count({ where: { id: theirs.activationId, label: { not: 'Mine' } } })).toBe(1);
});

test('an activation of another licence of one’s own is not deleted through this one', async () => {
  const { call, bought, owner, activationId } = await aBuyer();
  const other = await aResource({ customerId: owner.id });
  const wrong = await call('DELETE', `/licences/${other.resourceNumber}/activations/${activationId}`);
  expect([wrong.status, await db().activation.count({ where: { apiResourceId: bought.resourceId } })]).toEqual([
    404, 1,
  ]);
});

test('the wish for beta versions is kept', async () => {
  const { call, bought } = await aBuyer();
  expect((await call('PATCH', `/licences/${bought.resourceNumber}`, { wants_beta: true })).status).toBe(204);
  const row = await db().apiResource.findUniqueOrThrow({ where: { id: bought.resourceId } });
  expect(row.wantsBeta).toBe(true);
});

test('downloads are the files and links of the page, licence by licence', async () => {
  const { call, owner, bought } = await aBuyer();
  const second = await aResource({ customerId: owner.id });
  await aDownload(bought.product.id, { version: '3.1.0', fileName: 'acme.zip' });
  const told = (await call('GET', '/downloads?limit=1')).json;
  // The newer licence has no version yet, and its page is empty; the older one is on the next.
  expect([told.data, second.resourceNumber > bought.resourceNumber]).toEqual([[], true]);
  const next = (await call('GET', `/downloads?limit=1&cursor=${told.next_cursor}`)).json;
  const [row] = await listDownloads({ customerId: owner.id, linkDays: 1 });
  expect(next).toMatchObject({
    next_cursor: null,
    data: [{ licence_number: bought.resourceNumber, newest: { version: '3.1.0', files: [{ name: 'acme.zip' }] } }],
  });
  expect(first(first<{ newest: { files: { url: string; sha256: string }[] } }>(next.data).newest.files)).toMatchObject({
    url: expect.stringMatching(/\/downloads\/[\w-]+$/),
    sha256: row?.newest.files[0]?.sha256,
  });
});

test('a cursor that was cut off, a limit out of range and a key as a search are refused by name', async () => {
  const { call } = await aCaller('admin');
  const faults = async (path: string) => {
    const { status, json } = await call('GET', path);
    return [status, json.errors.map(({ field }: { field: string }) => field)];
  };
  expect(await faults('/orders?cursor=zzz')).toEqual([400, ['cursor']]);
  expect(await faults('/orders?limit=101')).toEqual([400, ['limit']]);
  expect(await faults('/admin/licences?q=lkm_secret')).toEqual([400, ['q']]);
});
