import { beforeEach, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { askAgain } from '@/lib/licensing/ask-again';
import { deactivate } from '@/lib/licensing/deactivate';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { keyHint } from '@/lib/secrets/key-format';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';

useDatabase();

type Licence = Awaited<ReturnType<typeof aResource>>;
let licence: Licence;
beforeEach(async () => {
  licence = await aResource({ activationLimit: 1, termDays: 30 });
});

const LATER = new Date(AT.getTime() + 40 * 86_400_000);

const remembered = (action: string, instance: string, facts: { key?: string; product?: string } = {}) => ({
  action,
  keyHint: keyHint(facts.key ?? licence.key),
  product: facts.product ?? String(licence.planNumber),
  instance,
});

const activates = (instance: string, one: Licence = licence, at = AT, key = one.key) =>
  activate([aCall(key, one.planNumber, instance)], { at, strict: false });

/** What the page says the call would be told, and what it then is told. */
async function both(action: 'activate' | 'deactivate', instance: string, at = AT) {
  const [now] = await askAgain(remembered(action, instance), at);
  const call = aCall(licence.key, licence.planNumber, instance);
  const [told] =
    action === 'activate' ? await activate([call], { at, strict: false }) : await deactivate([call], { at });
  return { now: now?.verdict, told: told?.ok ? { ok: true } : { ok: false, reason: told?.reason } };
}

const stories: [name: string, before: () => Promise<unknown>, instance: string, at: Date, outcome: object][] = [
  ['with room', async () => {}, 'laptop', AT, { ok: true }],
  ['for the second time', () => activates('laptop'), 'laptop', AT, { ok: true }],
  ['without room', () => activates('tablet'), 'laptop', AT, { ok: false, reason: 'limit_reached' }],
  ['after the term', async () => {}, 'laptop', LATER, { ok: false, reason: 'expired' }],
  ['on hold', () => change({ suspendedAt: AT }), 'laptop', AT, { ok: false, reason: 'suspended' }],
  ['closed', () => change({ revokedAt: AT }), 'laptop', AT, { ok: false, reason: 'revoked' }],
  [
    'with another key of the licence',
    () => activates('laptop', licence, AT, licence.masterKey),
    'laptop',
    AT,
    { ok: false, reason: 'already_active' },
  ],
  ['of an instance beyond a lowered limit', beyond, 'second', AT, { ok: false, reason: 'limit_reached' }],
  ['active for another product', elsewhere, 'laptop', AT, { ok: false, reason: 'already_active' }],
  ['by a disabled customer', () => disable(), 'laptop', AT, { ok: false, reason: 'access_disabled' }],
];

test.each(stories)('an activation %s is foretold as it is then answered', async (_, before, instance, at, outcome) => {
  await before();
  const { now, told } = await both('activate', instance, at);
  expect(told).toEqual(outcome);
  expect(now).toEqual(told);
});

test('a deactivation is foretold as it is then answered', async () => {
  expect(await both('deactivate', 'laptop')).toMatchObject({
    now: { reason: 'activation_not_found' },
    told: { ok: false },
  });
  await activates('laptop');
  expect(await both('deactivate', 'laptop')).toEqual({ now: { ok: true }, told: { ok: true } });
});

test('asking changes nothing', async () => {
  const rows = () => Promise.all([db().activation.findMany(), db().apiResource.findMany(), db().auditEntry.count()]);
  const before = await rows();
  await askAgain(remembered('activate', 'laptop'), AT);
  expect(await rows()).toEqual(before);
});

test('a key is told with its owner and its licence; a replaced one opens nothing', async () => {
  const [own] = await askAgain(remembered('status', 'laptop'), AT);
  expect(own).toMatchObject({
    kind: 'product_order',
    licenceNumber: licence.resourceNumber,
    customer: { id: licence.customerId },
  });
  expect(own?.verdict).toEqual({ ok: false, reason: 'activation_not_found' });
  await db().licenseKey.updateMany({ where: { apiResourceId: licence.resourceId }, data: { replacedAt: AT } });
  const [replaced] = await askAgain(remembered('status', 'laptop'), AT);
  expect(replaced).toMatchObject({ isReplaced: true, verdict: { ok: false, reason: 'key_not_found' } });
});

test('a master key is asked about the product; another product is the wrong one', async () => {
  const [master] = await askAgain(remembered('products', '', { key: licence.masterKey, product: '' }), AT);
  expect(master).toMatchObject({ kind: 'master', verdict: { ok: true }, licenceNumber: licence.resourceNumber });
  const other = await aProduct();
  const [wrong] = await askAgain(remembered('status', 'laptop', { product: String(other.plan.number) }), AT);
  expect(wrong?.verdict).toEqual({ ok: false, reason: 'wrong_product' });
  const [title] = await askAgain(remembered('status', 'laptop', { product: 'No such title' }), AT);
  expect(title?.verdict).toEqual({ ok: false, reason: 'wrong_product' });
});

test('of several keys with one ending, the one that fits the call comes first', async () => {
  const hint = keyHint(licence.key);
  const stranger = await aResource();
  await db().licenseKey.updateMany({ where: { apiResourceId: stranger.resourceId }, data: { hint } });
  const found = await askAgain(remembered('activate', 'laptop'), AT);
  expect(found.map(({ licenceNumber }) => licenceNumber)).toEqual([licence.resourceNumber, stranger.resourceNumber]);
});

test.each(['', '…', 'lko_…'])('the hint %j names no key', async (hint) => {
  expect(await askAgain({ ...remembered('status', 'laptop'), keyHint: hint }, AT)).toEqual([]);
});

function change(data: { suspendedAt?: Date; revokedAt?: Date }) {
  return db().apiResource.update({ where: { id: licence.resourceId }, data });
}

async function disable() {
  await db().customer.update({ where: { id: licence.customerId }, data: { disabledAt: AT } });
}

async function beyond() {
  await setLimit(2);
  await activates('first');
  // The younger one loses its place; of two at the same instant it would be either.
  await activates('second', licence, new Date(AT.getTime() + 1_000));
  await setLimit(1);
}

function setLimit(activationLimit: number) {
  return inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: licence.resourceId, activationLimit, actor: bySystem }),
  );
}

async function elsewhere() {
  const other = await aResource({ customerId: licence.customerId });
  await activates('laptop', other);
}
