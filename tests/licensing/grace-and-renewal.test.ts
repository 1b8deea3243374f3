import { describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { findUpdate } from '@/lib/licensing/find-update';
import { grantPaymentGrace } from '@/lib/licensing/grant-payment-grace';
import { endAfterRenewal, renewResource } from '@/lib/licensing/renew-resource';
import { suspendResources } from '@/lib/licensing/suspend-resources';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const START = new Date('2026-01-01T00:00:00Z');
const END = new Date(START.getTime() + 365 * DAY_MS);
const since = (days: number, ms = 0) => new Date(END.getTime() + days * DAY_MS + ms);

type Resource = Awaited<ReturnType<typeof aResource>>;

/** A year's right with `laptop` active on it. */
async function aYear(): Promise<Resource> {
  const resource = await aResource({ activationLimit: 2, termDays: 365, at: START });
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

const grace = (resource: Resource, days = 14, at = END) =>
  inTransaction((tx) => grantPaymentGrace(tx, { apiResourceId: resource.resourceId, days, at, actor: bySystem }));
const renew = (resource: Resource, expiresAt: Date | null, at = END) =>
  inTransaction((tx) => renewResource(tx, { apiResourceId: resource.resourceId, expiresAt, at, actor: bySystem }));
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
    expect(await grace(resource)).toEqual({ ok: true, graceUntil: since(14) });
    expect(await everyVerb(resource, END)).toMatchObject(works);
    expect(await everyVerb(resource, since(14, -1))).toMatchObject(works);
  });

  test('the instant it ends the key is refused as expired, and nothing was deleted', async () => {
    const resource = await aYear();
    await grace(resource);
    const before = await rowsOf(resource);
    expect(await everyVerb(resource, since(14))).toMatchObject(expired);
    expect(await everyVerb(resource, since(400))).toMatchObject(expired);
    expect(await rowsOf(resource)).toEqual(before);
  });

  test('further failed attempts do not lengthen it', async () => {
    const resource = await aYear();
    await grace(resource);
    expect(await grace(resource, 30, since(10))).toEqual({ ok: true, graceUntil: since(14) });
    expect(await auditOf(resource, 'api_resource.grant_grace')).toHaveLength(1);
  });

  test('a store that grants none refuses at the end of the term', async () => {
    const resource = await aYear();
    expect(await grace(resource, 0)).toEqual({ ok: true, graceUntil: null });
    expect(await everyVerb(resource, END)).toMatchObject(expired);
  });

  test('ends with the renewal, and the next failure grants a new one from the new end', async () => {
    const resource = await aYear();
    await grace(resource);
    await renew(resource, since(30), since(3));
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: null });
    expect(await grace(resource, 14, since(30))).toEqual({ ok: true, graceUntil: since(44) });
  });

  test('is not granted to a right for life, to one taken back, or to none', async () => {
    const lifetime = await aResource();
    expect(await grace(lifetime)).toEqual({ ok: false, reason: 'lifetime' });
    const revoked = await aYear();
    await db().apiResource.update({ where: { id: revoked.resourceId }, data: { revokedAt: END } });
    expect(await grace(revoked)).toEqual({ ok: false, reason: 'revoked' });
    expect(await grace({ ...revoked, resourceId: crypto.randomUUID() })).toEqual({
      ok: false,
      reason: 'resource_not_found',
    });
  });
});

describe('renewal', () => {
  test('of an expired right makes the same key and the same instance active again, without re-activation', async () => {
    const resource = await aYear();
    const before = await rowsOf(resource);
    expect(await everyVerb(resource, since(59))).toMatchObject(expired);
    expect(await renew(resource, since(424), since(59))).toEqual({ ok: true, isChanged: true });
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
    await renew(resource, since(365));
    expect(await renew(resource, since(365))).toEqual({ ok: true, isChanged: false });
    expect(await auditOf(resource, 'api_resource.renew')).toMatchObject([
      { before: { expiresAt: END.toISOString() }, after: { expiresAt: since(365).toISOString() } },
    ]);
  });

  test('told again after a later payment failed, leaves the grace alone', async () => {
    const resource = await aYear();
    await grace(resource);
    expect(await renew(resource, END)).toEqual({ ok: true, isChanged: false });
    expect(await rowsOf(resource)).toMatchObject({ graceUntil: since(14) });
  });

  test('never takes time away, and does not bring back what was taken back', async () => {
    const resource = await aYear();
    expect(await renew(resource, since(-1))).toEqual({ ok: false, reason: 'not_later' });
    expect(await renew(resource, null)).toEqual({ ok: true, isChanged: true });
    expect(await renew(resource, since(365))).toEqual({ ok: false, reason: 'not_later' });
    await db().apiResource.update({ where: { id: resource.resourceId }, data: { revokedAt: END } });
    expect(await renew(resource, null)).toEqual({ ok: false, reason: 'revoked' });
  });

  test('does not lift a suspension', async () => {
    const resource = await aYear();
    await inTransaction((tx) =>
      suspendResources(tx, { orderItemIds: [resource.orderItemId], at: END, actor: bySystem }),
    );
    await renew(resource, since(365));
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
