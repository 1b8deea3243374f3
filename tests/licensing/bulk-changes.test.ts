import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { readBulkChange } from '@/lib/licensing/bulk-change';
import { changeLicences, type LicenceChange } from '@/lib/licensing/change-licences';
import { checkStatus } from '@/lib/licensing/check-status';
import { deleteActivations } from '@/lib/licensing/delete-activations';
import { undoBulkChange } from '@/lib/licensing/undo-bulk-change';
import { aCall } from '../support/client-calls';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;

async function anAdmin() {
  const { id } = await aCustomer({ role: 'admin' });
  return { kind: 'admin' as const, id, via: 'session:test', address: '192.0.2.1' };
}

async function change(ids: string[], wanted: LicenceChange, actor: Awaited<ReturnType<typeof anAdmin>>) {
  const result = await changeLicences({ ids, change: wanted, actor });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const stateOf = (id: string) =>
  db().apiResource.findUniqueOrThrow({
    where: { id },
    select: { suspendedAt: true, expiresAt: true, graceUntil: true, activationCount: true },
  });
const auditOf = async (objectId: string) =>
  (await db().auditEntry.findMany({ where: { objectId }, orderBy: { id: 'asc' } })).map(({ action }) => action);

test('suspended licences refuse the next call, and taken back they are exactly as they were', async () => {
  const actor = await anAdmin();
  const [one, two] = [await aResource({ termDays: 10 }), await aResource()];
  const before = [await stateOf(one.resourceId), await stateOf(two.resourceId)];
  const call = aCall(one.key, one.planNumber, 'laptop');
  await activate([call], { at: now(), strict: false });

  const done = await change([one.resourceId, two.resourceId, one.resourceId], { kind: 'suspend' }, actor);
  expect(done).toMatchObject({ changed: 2, left: 0 });
  expect(await activate([{ ...call, instance: 'other' }], { at: now(), strict: false })).toMatchObject([
    { ok: false, reason: 'suspended' },
  ]);

  expect(await undoBulkChange({ id: done.changeId, actor })).toEqual({ ok: true, undone: 2, left: 0 });
  expect([await stateOf(one.resourceId), await stateOf(two.resourceId)]).toEqual([
    { ...before[0], activationCount: 1 },
    before[1],
  ]);
  expect(await checkStatus([call], { at: now() })).toMatchObject([{ ok: true }]);
  expect((await auditOf(two.resourceId)).slice(-2)).toEqual(['api_resource.suspend', 'api_resource.undo_suspend']);
  expect(await undoBulkChange({ id: done.changeId, actor })).toEqual({ ok: false, reason: 'already_undone' });
});

test('an extension adds to what is left or counts from today, and leaves lifetime and revoked licences alone', async () => {
  const actor = await anAdmin();
  const at = now();
  const living = await aResource({ termDays: 10, at });
  const ended = await aResource({ termDays: 10, at: new Date(at.getTime() - 50 * DAY_MS) });
  const lifetime = await aResource();
  const revoked = await aResource({ termDays: 10 });
  await inTransaction((tx) => revokeResources(tx, { orderItemIds: [revoked.orderItemId], at, actor: bySystem }));
  const all = [living, ended, lifetime, revoked].map((one) => one.resourceId);

  const result = await changeLicences({ ids: all, change: { kind: 'extend', days: 30 }, actor, at });
  expect(result).toMatchObject({ ok: true, changed: 2, left: 2 });
  const ends = await Promise.all([living, ended].map(async (one) => (await stateOf(one.resourceId)).expiresAt));
  expect(ends).toEqual([new Date(at.getTime() + 40 * DAY_MS), new Date(at.getTime() + 30 * DAY_MS)]);
});

test('what somebody changed since is not undone', async () => {
  const actor = await anAdmin();
  const [mine, theirs] = [await aResource(), await aResource()];
  const done = await change([mine.resourceId, theirs.resourceId], { kind: 'suspend' }, actor);
  await change([theirs.resourceId], { kind: 'resume' }, await anAdmin());
  expect(await undoBulkChange({ id: done.changeId, actor })).toEqual({ ok: true, undone: 1, left: 1 });
  expect((await stateOf(theirs.resourceId)).suspendedAt).toBeNull();
});

test('only the admin who made a change takes it back, and only for a day', async () => {
  const actor = await anAdmin();
  const other = await anAdmin();
  const { resourceId } = await aResource();
  const done = await change([resourceId], { kind: 'suspend' }, actor);
  const refused = { ok: false, reason: 'change_not_found' };
  const later = new Date(now().getTime() + 2 * DAY_MS);
  expect(await undoBulkChange({ id: done.changeId, actor: other })).toEqual(refused);
  expect(await undoBulkChange({ id: done.changeId, actor, at: later })).toEqual(refused);
  expect(await undoBulkChange({ id: 'nonsense', actor })).toEqual(refused);
  expect(await readBulkChange({ id: done.changeId, actorId: other.id, at: now() })).toBeUndefined();
  expect((await stateOf(resourceId)).suspendedAt).not.toBeNull();
});

test.each([0, 1.5, 3_651, Number.NaN])('an extension of %s days is refused', async (days) => {
  const { resourceId } = await aResource({ termDays: 10 });
  const actor = await anAdmin();
  const result = await changeLicences({ ids: [resourceId], change: { kind: 'extend', days }, actor });
  expect(result).toEqual({ ok: false, reason: 'days_invalid' });
  expect(await changeLicences({ ids: ['x', ''], change: { kind: 'suspend' }, actor })).toEqual({
    ok: false,
    reason: 'nothing_chosen',
  });
});

test('deleted activations come back with their own ids and times as far as there is room', async () => {
  const actor = await anAdmin();
  const { key, planNumber, resourceId } = await aResource({ activationLimit: 2 });
  const takes = (instance: string) => activate([aCall(key, planNumber, instance)], { at: now(), strict: false });
  await takes('first');
  await takes('second');
  const before = await db().activation.findMany({ where: { apiResourceId: resourceId }, orderBy: { id: 'asc' } });
  const done = await deleteActivations({ ids: [...before.map(({ id }) => id), crypto.randomUUID()], actor });
  if (!done.ok) throw new Error(done.reason);
  expect(done).toMatchObject({ changed: 2, left: 1 });
  expect((await stateOf(resourceId)).activationCount).toBe(0);

  expect(await takes('third')).toMatchObject([{ ok: true }]);
  expect(await undoBulkChange({ id: done.changeId, actor })).toEqual({ ok: true, undone: 1, left: 1 });
  const after = await db().activation.findMany({ where: { apiResourceId: resourceId } });
  expect(after).toHaveLength(2);
  expect((await stateOf(resourceId)).activationCount).toBe(2);
  expect(before).toContainEqual(after.find(({ instance }) => instance !== 'third'));
});

test('an instance that was activated again meanwhile is not there twice', async () => {
  const actor = await anAdmin();
  const { key, planNumber, resourceId } = await aResource({ activationLimit: 5 });
  const call = aCall(key, planNumber, 'laptop');
  await activate([call], { at: now(), strict: false });
  const { id } = await db().activation.findFirstOrThrow({ where: { apiResourceId: resourceId } });
  const done = await deleteActivations({ ids: [id], actor });
  if (!done.ok) throw new Error(done.reason);
  await activate([call], { at: now(), strict: false });
  expect(await undoBulkChange({ id: done.changeId, actor })).toEqual({ ok: true, undone: 0, left: 1 });
  expect((await stateOf(resourceId)).activationCount).toBe(1);
});

/** An activation of `laptop` for one product, deleted by an admin; and another right of the same customer. */
async function deletedLaptop() {
  const actor = await anAdmin();
  const one = await aResource({ activationLimit: 5 });
  const two = await aResource({ customerId: one.customerId, activationLimit: 5 });
  await activate([aCall(one.key, one.planNumber, 'laptop')], { at: now(), strict: false });
  const { id } = await db().activation.findFirstOrThrow({ where: { apiResourceId: one.resourceId } });
  const done = await deleteActivations({ ids: [id], actor });
  if (!done.ok) throw new Error(done.reason);
  const undo = () => undoBulkChange({ id: done.changeId, actor });
  const takesOther = async () => {
    const [result] = await activate([aCall(two.key, two.planNumber, 'laptop')], { at: now(), strict: false });
    return result?.ok ? 'ok' : result?.reason;
  };
  return { one, two, undo, takesOther };
}

test('an instance that lives under another product by now does not come back beside it', async () => {
  const { one, two, undo, takesOther } = await deletedLaptop();
  expect(await takesOther()).toBe('ok');
  expect(await undo()).toEqual({ ok: true, undone: 0, left: 1 });
  expect((await stateOf(one.resourceId)).activationCount).toBe(0);
  expect((await stateOf(two.resourceId)).activationCount).toBe(1);
});

test('an instance comes back beside one of another product whose right has ended', async () => {
  const { two, undo, takesOther } = await deletedLaptop();
  expect(await takesOther()).toBe('ok');
  await db().apiResource.update({
    where: { id: two.resourceId },
    data: { expiresAt: new Date(now().getTime() - DAY_MS) },
  });
  expect(await undo()).toEqual({ ok: true, undone: 1, left: 0 });
});

test('an instance restored and activated for another product at once is alive under one of them', async () => {
  for (let round = 0; round < 25; round++) {
    const { one, undo, takesOther } = await deletedLaptop();
    const [undone, taken] = await Promise.all([undo(), takesOther()]);
    expect([undone, taken]).toEqual(
      taken === 'ok' ? [{ ok: true, undone: 0, left: 1 }, 'ok'] : [{ ok: true, undone: 1, left: 0 }, 'already_active'],
    );
    expect(await db().activation.count({ where: { customerId: one.customerId } })).toBe(1);
  }
}, 60_000);
