import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findMissingKeys } from '@/lib/licensing/find-missing-keys';
import { listOrderTimeline } from '@/lib/orders/list-order-timeline';
import { previewRefund } from '@/lib/orders/preview-refund';
import { requestRefund } from '@/lib/orders/request-refund';
import { seedDemo } from '@/prisma/seed';
import { useDatabase } from '../support/database';
import { first } from '../support/factories';

const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-history-'));
useDatabase({ DATA_DIR: dataDir });
afterAll(() => rmSync(dataDir, { recursive: true }));

const DAY_MS = 86_400_000;
const at = new Date('2026-11-21T10:00:00Z');
beforeAll(async () => {
  await seedDemo({ at });
});

test('40 customers placed 120 orders in the last 90 days, and nothing lies in the future', async () => {
  expect(await db().customer.count({ where: { role: 'customer' } })).toBe(40);
  const orders = await db().order.findMany({ orderBy: { placedAt: 'asc' } });
  expect(orders).toHaveLength(120);
  expect(first(orders).placedAt.getTime()).toBeGreaterThan(at.getTime() - 90 * DAY_MS);
  const [times] = await db().$queryRaw<{ latest: Date }[]>`
    SELECT greatest((SELECT max(placed_at) FROM "order"), (SELECT max(last_seen_at) FROM activation),
      (SELECT max(at) FROM request_log_entry), (SELECT max(last_at) FROM download_entry)) AS latest`;
  expect(times?.latest.getTime()).toBeLessThanOrEqual(at.getTime());
});

test('the numbers of past orders rise with their time and end below the buyer’s first order', async () => {
  const orders = await db().order.findMany({ orderBy: { placedAt: 'asc' }, select: { number: true } });
  expect(orders.map(({ number }) => number)).toEqual([...Array.from({ length: 119 }, (_, i) => 882 + i), 1001]);
});

test('600 installations are active in several versions, and every counter equals its rows', async () => {
  expect(await db().activation.count()).toBe(600);
  const versions = await db().activation.groupBy({ by: ['productId', 'version'] });
  expect(versions.length).toBeGreaterThan(6);
  const [wrong] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM api_resource r WHERE activation_count <>
      (SELECT count(*) FROM activation a WHERE a.api_resource_id = r.id AND NOT a.over_limit)`;
  expect(wrong?.count).toBe(0);
  expect(await db().auditEntry.count({ where: { action: 'activation.delete' } })).toBe(64);
});

test('every state an admin may meet is there', async () => {
  const byStatus = await db().order.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } });
  expect(Object.fromEntries(byStatus.map(({ status, _count }) => [status, _count]))).toEqual({
    awaiting_payment: 2,
    cancelled: 1,
    paid: 112,
    partially_refunded: 2,
    refunded: 3,
  });
  const resources = await db().apiResource.findMany();
  const inDays = (days: number) => new Date(at.getTime() + days * DAY_MS);
  const counts = {
    suspended: resources.filter(({ suspendedAt }) => suspendedAt).length,
    revoked: resources.filter(({ revokedAt }) => revokedAt).length,
    atLimit: resources.filter((one) => one.activationCount === one.activationLimit && one.activationLimit === 5).length,
    expired: resources.filter(({ expiresAt }) => expiresAt && expiresAt < at).length,
    due: resources.filter(({ expiresAt }) => expiresAt && expiresAt > at && expiresAt < inDays(30)).length,
    overLimit: await db().activation.count({ where: { overLimit: true } }),
  };
  for (const [state, count] of Object.entries(counts)) expect(count, state).toBeGreaterThan(0);
});

test('each paid order has its keys, and none is left without', async () => {
  expect(await findMissingKeys()).toEqual({ resources: [], customers: [] });
});

test('refusals and calls that went well are on record for every day', async () => {
  const days = await db().$queryRaw<{ good: number; refused: number }[]>`
    SELECT count(*) FILTER (WHERE outcome LIKE 'ok%')::int AS good, count(*) FILTER (WHERE outcome NOT LIKE 'ok%')::int AS refused
    FROM request_log_entry WHERE at >= ${new Date(at.getTime() - 30 * DAY_MS)} GROUP BY date_trunc('day', at AT TIME ZONE 'UTC')`;
  expect(days.length).toBeGreaterThanOrEqual(30);
  expect(days.filter(({ good }) => good === 0)).toEqual([]);
  expect(days.filter(({ refused }) => refused === 0).length).toBeLessThan(3);
});

test('the timeline of a refunded order tells its steps on their own days', async () => {
  const order = await db().order.findFirstOrThrow({ where: { status: 'refunded' }, include: { refunds: true } });
  const told = await listOrderTimeline(order.number);
  const refundedAt = first(order.refunds).createdAt;
  expect(told.map((entry) => entry.at.getTime()).every((time) => time <= refundedAt.getTime())).toBe(true);
  expect(told.length).toBeGreaterThan(2);
});

test('a past order’s money counts as paid outside: an admin may give it back, and Stripe is not asked', async () => {
  const order = await db().order.findFirstOrThrow({
    where: { status: 'paid', items: { every: { quantity: 1 } } },
    include: { items: true },
  });
  const admin = await db().customer.findFirstOrThrow({ where: { role: 'admin' } });
  const by = { actor: { kind: 'admin', id: admin.id }, at } as const;
  const parts = order.items.map(({ position, totalAmount }) => ({ position, quantity: 1, amount: totalAmount }));
  const wish = { parts, reason: 'requested_by_customer' as const };
  const preview = await previewRefund(order.number, wish, by);
  if (!preview.ok) throw new Error(preview.reason);
  const made = await requestRefund(
    order.number,
    { ...wish, requestId: crypto.randomUUID(), stamp: preview.preview.stamp },
    by,
  );
  expect(made).toEqual({ ok: true, state: 'applied' });
  expect(await db().order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({ status: 'refunded' });
});
