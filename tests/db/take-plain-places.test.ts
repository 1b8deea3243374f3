import { expect, test } from 'vitest';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, first } from '../support/factories';

useDatabase();

const one = async (call: ReturnType<typeof aCall>) => first(await activate([call], { at: AT, strict: false }));

test('in a list of many customers each call is answered as if it came by itself', async () => {
  const [plain, full, wrong, shared, known] = await Promise.all(
    [1, 1, 3, 1, 2].map((activationLimit) => aResource({ activationLimit })),
  );
  if (!plain || !full || !wrong || !shared || !known) throw new Error('A resource is missing');
  await one(aCall(full.key, full.planNumber, 'first'));
  await one(aCall(known.key, known.planNumber, 'laptop'));
  const calls = [
    aCall('unknown', plain.planNumber, 'laptop'),
    aCall(shared.key, shared.planNumber, 'laptop'),
    aCall(known.key, known.planNumber, 'laptop'),
    aCall(plain.key, plain.planNumber, 'laptop'),
    aCall(full.key, full.planNumber, 'laptop'),
    aCall(shared.masterKey, shared.planNumber, 'tower'),
    aCall(wrong.key, plain.planNumber, 'laptop'),
    aCall(wrong.key, wrong.planNumber, 'laptop'),
  ];
  expect(await activate(calls, { at: AT, strict: false })).toMatchObject([
    { ok: false, reason: 'key_not_found' },
    { ok: true, again: false, apiResourceId: shared.resourceId, allowance: { limit: 1, used: 1 } },
    { ok: true, again: true, apiResourceId: known.resourceId, allowance: { limit: 2, used: 1 } },
    { ok: true, again: false, apiResourceId: plain.resourceId, allowance: { limit: 1, used: 1, remaining: 0 } },
    { ok: false, reason: 'limit_reached' },
    { ok: false, reason: 'limit_reached' },
    { ok: false, reason: 'wrong_product' },
    { ok: true, again: false, apiResourceId: wrong.resourceId, allowance: { limit: 3, used: 1 } },
  ]);
});

test('in a list a master key takes the place of its oldest order that has one, and says what all leave', async () => {
  const product = await aProduct();
  const [older, other] = [await aResource({ product, activationLimit: 1 }), await aResource()];
  const newer = await aResource({ product, customerId: older.customerId, activationLimit: 2 });
  await one(aCall(older.masterKey, product.plan.number, 'a'));
  const calls = [aCall(other.key, other.planNumber, 'b'), aCall(older.masterKey, product.plan.number, 'b')];
  expect(await activate(calls, { at: AT, strict: false })).toMatchObject([
    { ok: true, apiResourceId: other.resourceId },
    { ok: true, apiResourceId: newer.resourceId, allowance: { limit: 3, used: 2, remaining: 1 } },
  ]);
});
