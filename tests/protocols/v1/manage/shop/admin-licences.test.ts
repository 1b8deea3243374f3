import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../../../../support/client-calls';
import { useDatabase } from '../../../../support/database';
import { aResource } from '../../../../support/factories';
import { aCaller, auditOf } from '../admin-calls';

useDatabase();

async function anActivation() {
  const bought = await aResource({ termDays: 30 });
  const instance = `site-${bought.resourceNumber}`;
  await activate([aCall(bought.key, bought.planNumber, instance)], { at: AT, strict: false });
  const { id } = await db().activation.findFirstOrThrow({ where: { instance } });
  return { bought, instance, id };
}

test('licences are listed, narrowed and read with hints of their keys only', async () => {
  const { call } = await aCaller();
  const { bought } = await anActivation();
  const query = `q=${bought.resourceNumber}&product=${bought.productNumber}&state=live&ends_within_days=31`;
  const list = await call('GET', `/admin/licences?${query}`);
  expect(list.json.data).toMatchObject([{ id: bought.resourceId, number: bought.resourceNumber, activations: 1 }]);
  expect((await call('GET', `/admin/licences?q=${bought.resourceNumber}&state=revoked`)).json.data).toEqual([]);
  const read = await call('GET', `/admin/licences/${bought.resourceNumber}`);
  expect(read.json).toMatchObject({ product_id: bought.planNumber, order_number: bought.orderNumber });
  expect(read.json.keys).toMatchObject([
    { kind: 'product_order', hint: `lko_…${bought.key.slice(-4)}`, is_off: false },
  ]);
  expect(list.text + read.text).not.toContain(bought.key);
  expect((await call('GET', '/admin/licences/1999999999')).status).toBe(404);
});

test('licences are suspended together and taken back, by the admin who did it alone', async () => {
  const [one, other] = [await aCaller(), await aCaller()];
  const [first, second] = [await aResource(), await aResource()];
  const ids = [first.resourceId, second.resourceId];
  const done = await one.call('POST', '/admin/licences/changes', { change: 'suspend', ids });
  expect(done.json).toMatchObject({ changed: 2, left: 0 });
  const state = async () => (await one.call('GET', `/admin/licences/${first.resourceNumber}`)).json.state;
  expect(await state()).toBe('suspended');
  expect((await one.call('POST', '/admin/licences/changes', { change: 'suspend', ids })).json).toMatchObject({
    changed: 0,
    left: 2,
  });
  const undo = `/admin/changes/${done.json.change_id}/undo`;
  expect((await other.call('POST', undo)).status).toBe(404);
  expect((await one.call('POST', undo)).json).toEqual({ undone: 2, left: 0 });
  expect((await one.call('POST', undo)).json.code).toBe('already_done');
  expect(await state()).toBe('live');
  expect(await auditOf(first.resourceId)).toContainEqual(
    expect.objectContaining({ action: 'api_resource.suspend', via: `key:${one.sid}`, actorId: one.owner.id }),
  );
});

test('an extension needs its days, and more than a hundred licences at once are refused', async () => {
  const { call } = await aCaller();
  const { bought } = await anActivation();
  const change = (body: object) => call('POST', '/admin/licences/changes', body);
  const ids = [bought.resourceId];
  expect((await change({ change: 'extend', ids })).status).toBe(400);
  expect((await change({ change: 'extend', days: 30, ids })).json).toMatchObject({ changed: 1 });
  expect((await change({ change: 'resume', ids: Array(101).fill(ids[0]) })).status).toBe(400);
  expect((await change({ change: 'resume', ids: [crypto.randomUUID()] })).json.errors[0].field).toBe('ids');
});

test('activations are found by host and by when they were seen, and deleted with their place back', async () => {
  const { call } = await aCaller();
  const { bought, instance, id } = await anActivation();
  const found = async (query: string) => {
    const { json } = await call('GET', `/admin/activations?licence=${bought.resourceNumber}&${query}`);
    return json.data.map((row: { id: string }) => row.id);
  };
  expect(await found(`q=${instance}.example.test`)).toEqual([id]);
  expect(await found('seen_since=2020-01-01T00:00:00Z')).toEqual([id]);
  expect(await found('seen_before=2020-01-01T00:00:00Z')).toEqual([]);
  const gone = await call('DELETE', `/admin/activations/${id}`);
  expect(gone.json).toMatchObject({ changed: 1 });
  expect((await call('DELETE', `/admin/activations/${id}`)).status).toBe(404);
  const { activationCount } = await db().apiResource.findUniqueOrThrow({ where: { id: bought.resourceId } });
  expect(activationCount).toBe(0);
  expect((await call('POST', `/admin/changes/${gone.json.change_id}/undo`)).json).toEqual({ undone: 1, left: 0 });
  expect((await call('POST', '/admin/activations/deletions', { ids: [id] })).json).toMatchObject({ changed: 1 });
});

test('a text is found for what it stands for; a key leads to what it opens and is looked for nowhere else', async () => {
  const { call } = await aCaller();
  const { bought } = await anActivation();
  const find = async (text: string) => (await call('POST', '/admin/find', { text })).json;
  expect((await find(bought.key)).key).toMatchObject({ kind: 'licence', licence_number: bought.resourceNumber });
  expect((await find(bought.masterKey)).key).toMatchObject({ kind: 'customer', licence_number: null });
  expect(await find('lko_unknown')).toMatchObject({ key: null, orders: [], licences: [] });
  expect(await find(String(bought.orderNumber))).toMatchObject({ key: null, orders: [{ number: bought.orderNumber }] });
});
