import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { aDataFolder, aDownload } from '../../../../downloads/support';
import { AT, aCall } from '../../../../support/client-calls';
import { useDatabase } from '../../../../support/database';
import { aResource } from '../../../../support/factories';
import { aCaller } from '../admin-calls';

useDatabase({ DATA_DIR: aDataFolder() });

const EXPORTS = ['orders', 'licences', 'activations', 'downloads', 'usage'] as const;

/** A customer with something in each export, and a stranger with as much. */
async function aBuyer() {
  const caller = await aCaller('customer');
  const bought = await aResource({ customerId: caller.owner.id });
  await activate([aCall(bought.key, bought.planNumber, `site-${bought.resourceNumber}`)], { at: AT, strict: false });
  await aDownload(bought.product.id, { version: '3.1.0', fileName: `acme-${bought.resourceNumber}.zip` });
  const key = await db().accessKey.findUniqueOrThrow({ where: { sid: caller.sid } });
  const used = { accessKeyId: key.id, customerId: caller.owner.id, day: now(), operation: 'orders.list', status: 200 };
  await db().accessDay.create({ data: { ...used, calls: 7 } });
  return { ...caller, bought };
}

const rowsOf = (csv: string) => csv.trim().split('\r\n');

test('2.02 a customer’s key takes out orders, licences, activations, downloads and usage, as CSV and as JSON', async () => {
  await aBuyer();
  const { call, bought, sid } = await aBuyer();
  const marks = {
    orders: String(bought.orderNumber),
    licences: String(bought.resourceNumber),
    activations: `site-${bought.resourceNumber}`,
    downloads: `acme-${bought.resourceNumber}.zip`,
    usage: sid,
  };
  for (const name of EXPORTS) {
    const csv = await call('GET', `/exports/${name}.csv`);
    expect([name, csv.status, csv.headers['content-type']]).toEqual([name, 200, 'text/csv; charset=utf-8']);
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="${name}.csv"`);
    // A heading and what is this customer's alone; the store holds as much of a stranger's.
    expect([name, rowsOf(csv.text).length]).toEqual([name, 2]);
    expect(rowsOf(csv.text)[1]).toContain(marks[name]);
    const json = await call('GET', `/exports/${name}.json`);
    expect([name, json.json.length]).toEqual([name, 1]);
    expect(Object.keys(json.json[0])).toEqual(rowsOf(csv.text.replace('\ufeff', ''))[0]?.split(','));
    expect(csv.text + json.text).not.toContain(bought.key);
  }
});

test('2.02 an export needs no password, and no key means no export', async () => {
  const { call } = await aCaller('customer');
  expect((await call('GET', '/exports/orders.csv', undefined, { headers: { authorization: '' } })).status).toBe(401);
  expect((await call('GET', '/exports/secrets.csv')).status).toBe(404);
});

test('an admin’s key takes out the lists of the store as they are narrowed, and the audit says so', async () => {
  const { call, sid, owner } = await aCaller('admin');
  const bought = await aResource();
  const email = (await db().customer.findUniqueOrThrow({ where: { id: bought.customerId } })).email;
  for (const [name, query] of [
    ['orders', `q=${bought.orderNumber}`],
    ['licences', `q=${email}`],
    ['customers', `q=${email}`],
  ]) {
    const { text } = await call('GET', `/admin/exports/${name}.csv?${query}`);
    expect([name, rowsOf(text).length, text.includes(email)]).toEqual([name, 2, true]);
  }
  expect(rowsOf((await call('GET', '/admin/exports/activations.csv?q=nowhere.test')).text)).toHaveLength(1);
  expect((await call('GET', '/admin/exports/client-calls.json')).json).toEqual([]);
  for (const action of ['customer.export', 'order.export', 'request_log.export']) {
    const audit = (await call('GET', `/admin/exports/audit.json?action=${action}`)).json;
    expect([action, audit.length]).toEqual([action, 1]);
    expect(audit[0]).toMatchObject({ through: `key:${sid}`, actor_id: owner.id });
  }
});

test('a customer’s key takes nothing out of the store', async () => {
  const { call } = await aCaller('customer');
  const { status, json } = await call('GET', '/admin/exports/customers.csv');
  expect([status, json.code]).toEqual([403, 'insufficient_access']);
});
