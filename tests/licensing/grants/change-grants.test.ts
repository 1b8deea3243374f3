import { expect, test } from 'vitest';
import { db, inTransaction, pool } from '@/lib/db/client';
import { changeGrants, readGrants } from '@/lib/licensing/grants/change-grants';
import { computeStanding } from '@/lib/licensing/grants/compute-standing';
import { type Grant, newEditCause } from '@/lib/licensing/grants/grant-fact';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';

useDatabase();

const AT = new Date('2026-03-01T00:00:00Z');
const suspension = (cause = newEditCause()): Grant => ({
  cause,
  happenedAt: AT,
  fact: { kind: 'suspension', isSuspended: true },
});
const tell = (apiResourceId: string, ...facts: Grant[]) =>
  inTransaction((tx) => changeGrants(tx, { apiResourceId, facts: () => facts, at: AT, actor: bySystem }));

test('what a purchase writes into the row is what its record comes to', async () => {
  for (const wish of [{}, { termDays: 30 }, { activationLimit: null }, { quantity: 4, at: AT }]) {
    const { resourceId: id } = await aResource(wish);
    const { planId, activationLimit, expiresAt, updatesUntil, graceUntil } = await db().apiResource.findUniqueOrThrow({
      where: { id },
    });
    expect(computeStanding(await readGrants(db(), id))).toEqual({
      ...{ isRevoked: false, isSuspended: false, planId, activationLimit, expiresAt, updatesUntil, graceUntil },
    });
  }
});

test('the same news makes one grant, also from twenty transactions at once', async () => {
  const { resourceId } = await aResource();
  const told = suspension();
  const results = await Promise.all(Array.from({ length: 20 }, () => tell(resourceId, told)));
  expect(results.map((result) => result?.added).sort()).toEqual([...Array(19).fill(0), 1]);
  expect(await db().grant.count({ where: { apiResourceId: resourceId, kind: 'suspension' } })).toBe(1);
  expect(await db().auditEntry.count({ where: { objectId: resourceId, action: 'api_resource.suspend' } })).toBe(1);
});

test('a right that is not there is told so, and nothing is written', async () => {
  expect(await tell(crypto.randomUUID(), suspension())).toBeUndefined();
});

test.each(['UPDATE resource_grant SET cause = cause', 'DELETE FROM resource_grant', 'TRUNCATE resource_grant'])(
  'the database refuses %s',
  async (statement) => {
    await aResource();
    await expect(pool().query(statement)).rejects.toThrow('append-only');
  },
);

test('a right made before the record is carried over as it stood, refunds and extra places included', async () => {
  const { resourceId, orderItemId, orderId } = await aResource({ quantity: 3, activationLimit: 2, termDays: 365 });
  await pool().query('ALTER TABLE resource_grant DISABLE TRIGGER USER');
  await pool().query('DELETE FROM resource_grant WHERE api_resource_id = $1', [resourceId]);
  await pool().query('ALTER TABLE resource_grant ENABLE TRIGGER USER');
  const refund = { orderId, status: 'succeeded' as const, amount: 1, currency: 'usd', createdAt: AT };
  await db().refund.create({
    data: { ...refund, stripeRefundId: 're_old', items: { create: [{ orderItemId, quantity: 1, amount: 1 }] } },
  });
  await db().orderItem.update({ where: { id: orderItemId }, data: { refundedQuantity: 1 } });
  const stood = { activationLimit: 9, expiresAt: AT, suspendedAt: AT };
  await db().apiResource.update({ where: { id: resourceId }, data: stood });
  await pool().query('SELECT carry_over_resources()');
  expect(computeStanding(await readGrants(db(), resourceId))).toMatchObject({
    ...{ isRevoked: false, isSuspended: true, activationLimit: 9, expiresAt: AT },
  });
  const back = { of: `order_item:${orderItemId}`, refundId: 're_new', units: 1, isAll: false };
  await tell(resourceId, { cause: 'refund:re_new:1', happenedAt: AT, fact: { kind: 'refund', ...back } });
  expect(await db().apiResource.findUnique({ where: { id: resourceId } })).toMatchObject({ activationLimit: 7 });
});
