import { describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { findUpdate } from '@/lib/licensing/find-update';
import { changeGrants } from '@/lib/licensing/grants/change-grants';
import { endAfterRenewal } from '@/lib/licensing/grants/compute-standing';
import { type GrantFact, invoiceCause } from '@/lib/licensing/grants/grant-fact';
import { aCall } from '../support/client-calls';
import { suspendResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const START = new Date('2026-01-01T00:00:00Z');
const END = new Date(START.getTime() + 365 * DAY_MS);
const since = (days: number, ms = 0) => new Date(END.getTime() + days * DAY_MS + ms);

type Resource = Awaited<ReturnType<typeof aResource>>;

/** A year of a subscription with `laptop` active on it. */
async function aYear(): Promise<Resource> {
  const firstPeriod = { invoiceId: 'in_1', startsAt: START, endsAt: END, happenedAt: START };
  const resource = await aResource({ activationLimit: 2, at: START, firstPeriod });
  await activate([aCall(resource.key, resource.planNumber, 'laptop')], { at: START, strict: false });
  return resource;
}

/** Everything client software may ask at an instant: a second instance activates, the first asks, the second leaves. */
async function everyVerb({ key, planNumber }: Resource, at: Date) {
  const [laptop, tower] = [aCall(key, planNumber, 'laptop'), aCall(key, planNumber, 'tower')];
  return {
    activate: first(await activate([tower], { at, strict: false })),
    status: first(await checkStatus([laptop], { at })),
    update: first(await findUpdate([laptop], { at })),
    deactivate: first(await deactivate([tower], { at })),
  };
}

const works = {
  activate: { ok: true },
  status: { ok: true, active: true },
  update: { ok: true, license: { planNumber: expect.any(Number) } },
  deactivate: { ok: true },
};
const expired = {
  activate: { ok: false, reason: 'expired' },
  status: { ok: false, reason: 'expired' },
  update: { ok: true, license: undefined },
  deactivate: { ok: false, reason: 'expired' },
};

/** Writes one fact of an invoice; answers how many facts were new. */
const tell = async ({ resourceId: apiResourceId }: Resource, invoiceId: string, at: Date, fact: GrantFact) =>
  (
    await inTransaction((tx) =>
      changeGrants(tx, {
        apiResourceId,
        facts: () => [{ cause: invoiceCause(invoiceId), happenedAt: at, fact }],
        at,
        actor: bySystem,
      }),
    )
  )?.added;
/** The invoice for the time from `startsAt` on was not paid at its first try. */
const fail = (resource: Resource, graceDays = 14, { at = END, startsAt = END, invoiceId = 'in_2' } = {}) =>
  tell(resource, invoiceId, at, { kind: 'payment_failed', startsAt, graceDays });
/** The invoice is paid: its time runs until `endsAt`. */
const pay = (resource: Resource, endsAt: Date, { at = END, startsAt = END, invoiceId = 'in_2' } = {}) =>
  tell(resource, invoiceId, at, { kind: 'period', startsAt, endsAt });
const rowsOf = (resource: Resource) =>
  db().apiResource.findUniqueOrThrow({
    where: { id: resource.resourceId },
    include: { keys: true, activations: { omit: { lastSeenAt: true } } },
  });
const auditOf = ({ resourceId }: Resource, action: string) =>
  db().auditEntry.findMany({ where: { objectId: resourceId, action } });

describe('payment grace', () => {
  test('until its last instant activate, status, update and deactivate work as before', async () => {
    const resource = await aYear();
    await fail(resource);
    expect(await rowsOf(resource)).toMatchObject({ expiresAt: END, graceUntil: since(14) });
    expect(await everyVerb(resource, END)).toMatchObject(works);
    expect(await everyVerb(resource, since(14, -1))).toMatchObject(works);
  });

  test('the instant it ends the key is refused as expired, and nothing was deleted', async () => {
    const resource = await aYear();
    await fail(resource);
    const before = await rowsOf(resource);
    expect(await everyVerb(resource, since(14))).toMatchObject(expired);
    expect(await everyVerb(resource, since(400))).toMatchObject(expired);
    expect(await rowsOf(resource)).toEqual(before);
  });

  test('further failed attempts do not lengthen it', async () => {
    const resource = await aYear();
    await fail(resource);
    expect(await fail(resource, 30, { at: since(10) })).toBe(0);
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: since(14) });
    expect(await auditOf(resource, 'api_resource.grant_grace')).toHaveLength(1);
  });

  test('a store that grants none refuses at the end of the term', async () => {
    const resource = await aYear();
    await fail(resource, 0);
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: null });
    expect(await everyVerb(resource, END)).toMatchObject(expired);
  });

  test('ends with the renewal, and the next failure grants a new one from the new end', async () => {
    const resource = await aYear();
    await fail(resource);
    await pay(resource, since(30), { at: since(3) });
    expect(await rowsOf(resource)).toMatchObject({ expiresAt: since(30), graceUntil: null });
    await fail(resource, 14, { at: since(30), startsAt: since(30), invoiceId: 'in_3' });
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: since(44) });
  });

  test('is over when the money is no longer asked for', async () => {
    const resource = await aYear();
    await fail(resource);
    await tell(resource, 'in_2', since(5), { kind: 'payment_given_up' });
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: null });
  });

  test('is not granted for money that was paid since, nor to a right that lives for good', async () => {
    const paid = await aYear();
    await pay(paid, since(365));
    await fail(paid, 14, { at: since(1) });
    expect(await rowsOf(paid)).toMatchObject({ expiresAt: since(365), graceUntil: null });
    const lifetime = await aResource();
    await fail(lifetime);
    expect(await rowsOf(lifetime)).toMatchObject({ expiresAt: null, graceUntil: null });
  });
});

describe('renewal', () => {
  test('of an expired right makes the same key and the same instance active again, without re-activation', async () => {
    const resource = await aYear();
    const before = await rowsOf(resource);
    expect(await everyVerb(resource, since(59))).toMatchObject(expired);
    await pay(resource, since(424), { at: since(59), startsAt: since(59) });
    const laptop = aCall(resource.key, resource.planNumber, 'laptop');
    expect(first(await checkStatus([laptop], { at: since(59) }))).toMatchObject({ ok: true, active: true });
    const now = await rowsOf(resource);
    expect(now.activations).toEqual(before.activations);
    expect(now.keys).toEqual(before.keys);
    expect(await everyVerb(resource, since(424, -1))).toMatchObject(works);
    expect(await everyVerb(resource, since(424))).toMatchObject(expired);
  });

  test('is audited with before and after, and once though it is told twice', async () => {
    const resource = await aYear();
    expect(await pay(resource, since(365))).toBe(1);
    expect(await pay(resource, since(365))).toBe(0);
    expect(await auditOf(resource, 'api_resource.renew')).toMatchObject([
      { before: { expiresAt: END.toISOString() }, after: { expiresAt: since(365).toISOString() } },
    ]);
  });

  test('told again after a later payment failed, leaves the grace alone', async () => {
    const resource = await aYear();
    await fail(resource);
    expect(await pay(resource, END, { at: START, startsAt: START, invoiceId: 'in_1' })).toBe(0);
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: since(14) });
  });

  test('does not lift a suspension', async () => {
    const resource = await aYear();
    await inTransaction((tx) =>
      suspendResources(tx, { orderItemIds: [resource.orderItemId], at: END, actor: bySystem }),
    );
    await pay(resource, since(365));
    const call = aCall(resource.key, resource.planNumber, 'laptop');
    expect(first(await checkStatus([call], { at: END }))).toMatchObject({ ok: false, reason: 'suspended' });
  });

  test.each([
    ['early: what is left is carried over', -10, since(365)],
    ['late: what has passed is not charged again', 20, since(385)],
  ])('%s', (_name, day, end) => {
    expect(endAfterRenewal(END, 365, since(day))).toEqual(end);
  });
});

test('the store’s own clock decides: a key that has just expired is refused by the running core', async () => {
  const { key, planNumber, resourceId } = await aResource();
  await db().apiResource.update({ where: { id: resourceId }, data: { expiresAt: now() } });
  const { clientCore } = await import('@/lib/licensing/client-core');
  expect(await clientCore().checkStatus({ ...aCall(key, planNumber, 'laptop') })).toMatchObject({ reason: 'expired' });
});
