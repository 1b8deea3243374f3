import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { disableMasterKey, enableMasterKey } from '@/lib/licensing/disable-master-key';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;

const activateBy = async (key: string, { planNumber }: Resource, instance: string) =>
  first(await activate([aCall(key, planNumber, instance)], { at: AT, strict: false }));
const statusBy = async (key: string, { planNumber }: Resource, instance: string) =>
  first(await checkStatus([aCall(key, planNumber, instance)], { at: AT }));

async function keyIdOf({ customerId }: Resource): Promise<string> {
  const hint = await readMasterHint(customerId);
  if (!hint) throw new Error('There is no master key');
  return hint.id;
}

async function replaced(resource: Resource, activations: 'keep' | 'end' = 'keep') {
  const wish = { customerId: resource.customerId, keyId: await keyIdOf(resource), activations, actor: bySystem };
  const result = await replaceMasterKey(wish);
  if (!result.ok) throw new Error(result.reason);
  const master = await readMasterKey(resource.customerId);
  return { wish, result, newKey: master?.key ?? '' };
}

const mailsAbout = async (customerId: string) => {
  const { email } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail', payload: { path: ['to'], equals: email } } });
  return rows.map(({ payload }) => payload);
};

test('from the replacement on the old master key is unknown, the new one works, and the others are untouched', async () => {
  const resource = await aResource();
  const { newKey } = await replaced(resource);
  expect(newKey).toMatch(/^lkm_/);
  expect(await activateBy(resource.masterKey, resource, 'a')).toMatchObject({ ok: false, reason: 'key_not_found' });
  expect(await statusBy(resource.masterKey, resource, 'a')).toMatchObject({ ok: false, reason: 'key_not_found' });
  expect(await activateBy(newKey, resource, 'a')).toMatchObject({ ok: true });
  expect(await activateBy(resource.key, resource, 'b')).toMatchObject({ ok: true });
});

test('kept activations are the new key’s own: same instance, same place', async () => {
  const resource = await aResource({ activationLimit: 2 });
  await activateBy(resource.masterKey, resource, 'laptop');
  const { newKey, result } = await replaced(resource, 'keep');
  expect(result).toMatchObject({ endedActivations: 0 });
  expect(await statusBy(newKey, resource, 'laptop')).toMatchObject({ ok: true, active: true });
  expect(await activateBy(newKey, resource, 'laptop')).toMatchObject({ ok: true, allowance: { used: 1 } });
});

test('ended activations are those of master keys only, and their places are free again', async () => {
  const resource = await aResource({ activationLimit: 3 });
  await activateBy(resource.masterKey, resource, 'by-master');
  const { newKey: second } = await replaced(resource, 'keep');
  await activateBy(second, resource, 'by-second');
  await activateBy(resource.key, resource, 'by-order-key');
  expect(await readMasterHint(resource.customerId)).toMatchObject({ activations: 2 });
  const { result } = await replaced(resource, 'end');
  expect(result).toMatchObject({ endedActivations: 2 });
  const left = await db().activation.findMany({ where: { customerId: resource.customerId } });
  expect(left.map(({ instance }) => instance)).toEqual(['by-order-key']);
  expect(await db().apiResource.findUniqueOrThrow({ where: { id: resource.resourceId } })).toMatchObject({
    activationCount: 1,
  });
});

test('the same wish sent five times at once replaces once, mails once and leaves one audit row without a key', async () => {
  const resource = await aResource();
  const wish = { customerId: resource.customerId, keyId: await keyIdOf(resource), activations: 'keep' as const };
  const results = await Promise.all(
    Array.from({ length: 5 }, () => replaceMasterKey({ ...wish, actor: bySystem, at: AT })),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'already_replaced')).toHaveLength(4);
  const mails = await mailsAbout(resource.customerId);
  expect(mails).toEqual([expect.objectContaining({ template: 'master_key_replaced' })]);
  const rows = await db().auditEntry.findMany({ where: { action: 'master_api_key.replace', objectId: wish.keyId } });
  expect(rows).toHaveLength(1);
  const newKey = (await readMasterKey(resource.customerId))?.key ?? '';
  for (const key of [resource.masterKey, newKey]) {
    expect(JSON.stringify([rows[0]?.before, rows[0]?.after, mails])).not.toContain(key);
  }
});

test('a key of another customer, a product order key and nonsense are not found', async () => {
  const mine = await aResource();
  const other = await aResource();
  const orderKey = await db().licenseKey.findFirstOrThrow({ where: { apiResourceId: mine.resourceId } });
  for (const keyId of [await keyIdOf(other), orderKey.id, 'x', '']) {
    const wish = { customerId: mine.customerId, keyId, activations: 'end' as const, actor: bySystem };
    expect(await replaceMasterKey(wish)).toEqual({ ok: false, reason: 'key_not_found' });
    expect(await disableMasterKey(wish)).toEqual({ ok: false, reason: 'key_not_found' });
  }
  expect(await readMasterHint((await aCustomer()).id)).toBeUndefined();
});

test('a disabled master key is told that access is disabled; on again it works with the activations it had', async () => {
  const resource = await aResource();
  await activateBy(resource.masterKey, resource, 'laptop');
  const which = { customerId: resource.customerId, keyId: await keyIdOf(resource), actor: bySystem };
  expect(await disableMasterKey(which)).toEqual({ ok: true });
  expect(await disableMasterKey(which)).toEqual({ ok: true });
  expect(await statusBy(resource.masterKey, resource, 'laptop')).toMatchObject({ reason: 'access_disabled' });
  expect(await activateBy(resource.masterKey, resource, 'new')).toMatchObject({ reason: 'access_disabled' });
  expect(await activateBy(resource.key, resource, 'by-order-key')).toMatchObject({ ok: true });
  expect(await enableMasterKey(which)).toEqual({ ok: true });
  expect(await statusBy(resource.masterKey, resource, 'laptop')).toMatchObject({ ok: true, active: true });
  const rows = await db().auditEntry.findMany({ where: { objectId: which.keyId }, orderBy: { id: 'asc' } });
  expect(rows.map(({ action }) => action)).toEqual([
    'master_api_key.issue',
    'master_api_key.disable',
    'master_api_key.enable',
  ]);
});

test('a replacement works also where the old key was disabled; the replaced one cannot be switched on again', async () => {
  const resource = await aResource();
  const keyId = await keyIdOf(resource);
  await disableMasterKey({ customerId: resource.customerId, keyId, actor: bySystem });
  const { newKey } = await replaced(resource);
  expect(await activateBy(newKey, resource, 'a')).toMatchObject({ ok: true });
  const again = await enableMasterKey({ customerId: resource.customerId, keyId, actor: bySystem });
  expect(again).toEqual({ ok: false, reason: 'already_replaced' });
});
