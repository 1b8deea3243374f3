import { beforeAll, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { type ActivateCall, activate } from '@/lib/licensing/activate';
import type { ActivationFilter } from '@/lib/licensing/activation-filter';
import { findByKey } from '@/lib/licensing/find-by-key';
import type { LicenceFilter } from '@/lib/licensing/licence-filter';
import { listActivations } from '@/lib/licensing/list-activations';
import { listFieldVersions } from '@/lib/licensing/list-field-versions';
import { listLicences } from '@/lib/licensing/list-licences';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, aResource, bySystem } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
type Licence = Awaited<ReturnType<typeof aResource>>;
let backup: Licence;
let editor: Licence;
let old: Licence;

beforeAll(async () => {
  const buyer = await aCustomer({ email: 'ada@example.test' });
  const product = await aProduct({ title: 'Acme Editor' });
  backup = await aResource({ activationLimit: 3, customerId: buyer.id, orderNumber: 4711 });
  editor = await aResource({ product, termDays: 20, activationLimit: null });
  old = await aResource({ product, termDays: 30, at: ago(100), customerId: buyer.id });
  await takes(backup, { instance: 'inst-one', label: 'https://www.Alpha.example.test/shop', version: '1.2.0' });
  await takes(backup, { instance: 'inst-two', label: 'beta.example.test', version: '1.10.0' });
  await takes(editor, { instance: 'inst-three', label: 'alpha.example.test', version: '3.0.0' });
  await db().activation.updateMany({
    where: { instance: 'inst-two' },
    data: { activatedAt: ago(200), lastSeenAt: ago(120) },
  });
});

async function takes({ key, planNumber }: Licence, facts: Pick<ActivateCall, 'instance' | 'label' | 'version'>) {
  const call = { ...aCall(key, planNumber, facts.instance), ...facts };
  expect(await activate([call], { at: AT, strict: false })).toMatchObject([{ ok: true }]);
}

async function instances(filter: ActivationFilter): Promise<string[]> {
  const { rows, count } = await listActivations(filter, {});
  expect(count).toBe(rows.length);
  return rows.map((row) => row.instance).sort();
}

async function numbers(filter: LicenceFilter): Promise<number[]> {
  return (await listLicences(filter, {}, now())).rows.map((row) => row.number);
}

test.each([
  ['a host, whatever stands before it', 'alpha.example', ['inst-one', 'inst-three']],
  ['a pasted address', 'https://www.alpha.example.test/shop/', ['inst-one']],
  ['an instance', 'inst-two', ['inst-two']],
  ['an e-mail address', 'Ada@example.test', ['inst-one', 'inst-two']],
  ['an order number', '#4711', ['inst-one', 'inst-two']],
  ['a sign that means something to LIKE', '%', []],
])('activations are found by %s', async (_, text, found) => {
  expect(await instances({ text })).toEqual(found);
});

test('activations are narrowed by product, version, last seen, licence and customer', async () => {
  const productId = backup.product.id;
  expect(await instances({ productId })).toEqual(['inst-one', 'inst-two']);
  expect(await instances({ productId, version: '1.2.0' })).toEqual(['inst-one']);
  expect(await instances({ seenSince: ago(1) })).toEqual(['inst-one', 'inst-three']);
  expect(await instances({ seenBefore: ago(90) })).toEqual(['inst-two']);
  expect(await instances({ licenceNumber: editor.resourceNumber })).toEqual(['inst-three']);
  expect(await listFieldVersions(productId)).toEqual(['1.10.0', '1.2.0']);
});

test('what stands beyond a lowered limit is found in both lists', async () => {
  await inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: backup.resourceId, activationLimit: 1, actor: bySystem }),
  );
  expect(await instances({ isOverLimit: true })).toEqual(['inst-one']);
  expect(await numbers({ state: 'over_limit' })).toEqual([backup.resourceNumber]);
  const [row] = (await listLicences({ state: 'over_limit' }, {}, now())).rows;
  expect(row).toMatchObject({ activationLimit: 1, activationCount: 1, overLimit: 1, state: 'live' });
});

test('licences are found by state, end, number, e-mail and host', async () => {
  expect(await numbers({})).toEqual([old, editor, backup].map((one) => one.resourceNumber));
  expect(await numbers({ state: 'expired' })).toEqual([old.resourceNumber]);
  expect(await numbers({ state: 'live' })).toEqual([editor.resourceNumber, backup.resourceNumber]);
  expect(await numbers({ endsWithinDays: 30 })).toEqual([editor.resourceNumber]);
  expect(await numbers({ endsWithinDays: 7 })).toEqual([]);
  expect(await numbers({ text: String(editor.resourceNumber) })).toContain(editor.resourceNumber);
  expect(await numbers({ text: '4711' })).toEqual([backup.resourceNumber]);
  expect(await numbers({ text: 'ada@' })).toEqual([old.resourceNumber, backup.resourceNumber]);
  expect(await numbers({ text: 'beta.example' })).toEqual([backup.resourceNumber]);
  expect(await numbers({ productId: editor.product.id })).toEqual([old.resourceNumber, editor.resourceNumber]);
});

test('a pasted key leads to what it opens, and other texts to nothing', async () => {
  expect(await findByKey(` ${backup.key}\n`)).toMatchObject({
    kind: 'licence',
    licenceNumber: backup.resourceNumber,
    orderNumber: 4711,
  });
  expect(await findByKey(backup.masterKey)).toMatchObject({ kind: 'customer' });
  for (const text of ['', 'ada@example.test', backup.key.slice(0, -1), 'x'.repeat(5_000)]) {
    expect(await findByKey(text)).toBeUndefined();
  }
});
