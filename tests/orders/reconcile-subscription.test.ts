import { afterEach, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { applyFinding } from '@/lib/orders/reconcile/decide-finding';
import { listFindings, readLastRun } from '@/lib/orders/reconcile/list-findings';
import { compareNightly } from '@/lib/orders/reconcile/nightly';
import { beginWalk, goOn } from '@/lib/orders/reconcile/walk';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { DAY_MS, paymentOf, readAll, subscribe } from './subscriptions/support';
import { useShop } from './support';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

/** What Stripe tells of this never arrives. */
async function unheard(act: () => Promise<unknown>): Promise<void> {
  shop.payments.double.setChaos({ drop: 1_000 });
  await act();
  await expect(shop.payments.double.settle()).rejects.toThrow('never acknowledged');
  shop.payments.double.setChaos({});
}

async function compare() {
  await beginWalk({}, now());
  expect(await goOn(now())).toBe('walked');
  expect(await readLastRun()).toMatchObject({ failed: 0 });
  return listFindings(['open']);
}

const byAdmin = async () => ({ actor: { kind: 'admin' as const, id: (await aCustomer({ role: 'admin' })).id } });

test('a renewal that was never heard of is found with its invoice, and applying it moves the end', async () => {
  const { id } = await subscribe(shop);
  const before = await readAll(id);
  expect(await compare()).toEqual([]);
  await unheard(async () => {
    setClockOffsetMs(35 * DAY_MS);
    await shop.payments.double.tick();
  });
  const found = await compare();
  expect(found).toHaveLength(1);
  const finding = present(found[0]);
  expect(finding.object).toMatchObject({ kind: 'subscription', number: before.number });
  const paid = present(finding.steps.find(({ says }) => says.kind === 'invoice'));
  expect(paid.says).toMatchObject({ status: 'paid', amount: 900 });
  const fields = paid.changes.map(({ subject, field }) => `${subject.kind} ${field}`);
  expect(fields).toEqual(expect.arrayContaining(['order made', 'licence expires_at']));
  expect((await readAll(id)).right.expiresAt).toEqual(before.right.expiresAt);

  expect(await applyFinding(finding.id, finding.digest, await byAdmin())).toEqual({ ok: true });
  const after = await readAll(id);
  expect(present(after.right.expiresAt).getTime()).toBeGreaterThan(present(before.right.expiresAt).getTime());
  expect(after.renewals).toMatchObject([{ status: 'paid', totalAmount: 900 }]);
  expect(await compare()).toEqual([]);
});

test('an end and a refund of a subscription that were never heard of are one finding', async () => {
  const { id } = await subscribe(shop);
  const payment_intent = await paymentOf(shop, id, 0);
  await unheard(async () => {
    await shop.payments.stripe.refunds.create({ payment_intent });
    await shop.payments.stripe.subscriptions.cancel(id);
  });
  const found = await compare();
  expect(found).toHaveLength(1);
  const finding = present(found[0]);
  expect(finding.steps.map(({ says }) => says.kind)).toEqual(['subscription', 'refunds']);
  expect(await applyFinding(finding.id, finding.digest, await byAdmin())).toEqual({ ok: true });
  const after = await readAll(id);
  expect(after).toMatchObject({ status: 'cancelled', order: { status: 'refunded' } });
  expect(after.right.revokedAt).not.toBeNull();
  expect(await compare()).toEqual([]);
});

test('the store compares once a night at its quiet hour, and makes up for a night it was off', async () => {
  await db().reconcileRun.deleteMany();
  const at = (time: string) => new Date(`2026-11-${time}Z`);
  const runs = () => db().reconcileRun.count();
  await compareNightly(at('21T12:00:00'));
  expect(await runs()).toBe(0);
  await compareNightly(at('22T03:00:30'));
  await compareNightly(at('22T03:40:00'));
  expect(await runs()).toBe(1);
  await compareNightly(at('23T03:10:00'));
  expect(await runs()).toBe(2);
  await compareNightly(at('24T04:00:00'));
  expect(await runs()).toBe(2);
  await compareNightly(at('24T06:00:00'));
  expect(await runs()).toBe(3);
});
