import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { ensureMasterKey } from '@/lib/licensing/ensure-master-key';
import { openLicenseKey } from '@/lib/licensing/write-license-key';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { untilWaiting } from './waits';

useDatabase();

const masterKeyOf = (customerId: string) =>
  db().licenseKey.findFirstOrThrow({ where: { customerId, kind: 'master', replacedAt: null } });

test('a ciphertext whose row is given another customer does not open', async () => {
  const { customerId, masterKey } = await aResource();
  const thief = await aCustomer();
  const own = await masterKeyOf(customerId);
  expect(await openLicenseKey(own)).toBe(masterKey);
  await db().licenseKey.update({ where: { id: own.id }, data: { customerId: thief.id } });
  await expect(masterKeyOf(thief.id).then(openLicenseKey)).rejects.toThrow();
  await db().licenseKey.update({ where: { id: own.id }, data: { customerId } });
  expect(await openLicenseKey(await masterKeyOf(customerId))).toBe(masterKey);
});

test('a ciphertext copied to another row of the same customer does not open', async () => {
  const { customerId, resourceId } = await aResource();
  const [master, own] = [
    await masterKeyOf(customerId),
    await db().licenseKey.findFirstOrThrow({ where: { apiResourceId: resourceId } }),
  ];
  await expect(openLicenseKey({ ...own, sealed: master.sealed })).rejects.toThrow();
});

test('two first purchases of a customer at once both succeed at the first try, with one master key', async () => {
  const { id: customerId } = await aCustomer();
  let [tries, commit, entered] = [0, () => {}, () => {}];
  const isEntered = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const purchase = (afterwards: () => Promise<void>) =>
    inTransaction(async (tx) => {
      tries += 1;
      const result = await ensureMasterKey(tx, { customerId, at: new Date(), actor: bySystem });
      await afterwards();
      return result;
    });
  const one = purchase(() => {
    entered();
    return mayCommit;
  });
  await isEntered;
  const two = purchase(async () => {});
  await untilWaiting(1);
  commit();
  expect(await Promise.all([one, two])).toEqual([{ made: true }, { made: false }]);
  expect(tries).toBe(2);
  expect(await db().licenseKey.count({ where: { customerId, kind: 'master' } })).toBe(1);
});
