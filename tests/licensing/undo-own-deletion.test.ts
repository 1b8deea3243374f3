import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { deleteActivations } from '@/lib/licensing/delete-activations';
import { readOwnDeletion, undoOwnDeletion } from '@/lib/licensing/undo-own-deletion';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;

/** A licence of one place, whose owner has just deleted the activation "laptop". */
async function deletedLaptop() {
  const one = await aResource({ activationLimit: 1 });
  const { customerId } = one;
  const actor = { kind: 'customer' as const, id: customerId, via: 'session:test' };
  const activateAs = async (instance: string) => {
    const [result] = await activate([aCall(one.key, one.planNumber, instance)], { at: now(), strict: false });
    return result?.ok ? 'ok' : result?.reason;
  };
  await activateAs('laptop');
  const before = await db().activation.findFirstOrThrow({ where: { customerId } });
  const done = await deleteActivation({ customerId, activationId: before.id, isUndoable: true, actor });
  if (!done.ok || !done.changeId) throw new Error('Nothing to undo');
  const which = { id: done.changeId, customerId };
  return { ...one, before, which, activateAs, undo: () => undoOwnDeletion({ ...which, actor }) };
}

const countOf = async (id: string) =>
  (await db().apiResource.findUniqueOrThrow({ where: { id }, select: { activationCount: true } })).activationCount;

test('a deletion that its owner takes back leaves the activation as it was, in its place, and is audited', async () => {
  const { key, planNumber, resourceId, before, which, undo } = await deletedLaptop();
  expect(await readOwnDeletion(which)).toEqual({
    id: which.id,
    label: 'laptop.example.test',
    instance: 'laptop',
    isUndone: false,
  });
  expect(await countOf(resourceId)).toBe(0);
  expect(await undo()).toEqual({ ok: true });
  expect(await db().activation.findUniqueOrThrow({ where: { id: before.id } })).toEqual(before);
  expect(await countOf(resourceId)).toBe(1);
  expect(await checkStatus([aCall(key, planNumber, 'laptop')], { at: now() })).toMatchObject([{ active: true }]);
  const entries = await db().auditEntry.findMany({ where: { objectId: before.id }, orderBy: { id: 'asc' } });
  expect(entries.slice(-2)).toMatchObject([
    { action: 'activation.delete', actorKind: 'customer' },
    { action: 'activation.restore', actorKind: 'customer', actorId: which.customerId },
  ]);
});

test('pressed twice it is taken back once', async () => {
  const { resourceId, which, undo } = await deletedLaptop();
  expect((await Promise.all([undo(), undo()])).filter(({ ok }) => ok)).toHaveLength(1);
  expect(await undo()).toEqual({ ok: false, reason: 'already_undone' });
  expect(await readOwnDeletion(which)).toMatchObject({ isUndone: true });
  expect(await countOf(resourceId)).toBe(1);
});

test('a place that was taken meanwhile stays taken, that is said, and once it is free the deletion can still be taken back', async () => {
  const { customerId, resourceId, activateAs, undo } = await deletedLaptop();
  expect(await activateAs('tablet')).toBe('ok');
  expect(await undo()).toEqual({ ok: false, reason: 'limit_reached' });
  expect(await countOf(resourceId)).toBe(1);
  const tablet = await db().activation.findFirstOrThrow({ where: { customerId, instance: 'tablet' } });
  await deleteActivation({ customerId, activationId: tablet.id, actor: { kind: 'customer', id: customerId } });
  expect(await undo()).toEqual({ ok: true });
});

test('a program that activated itself again meanwhile has nothing to be brought back', async () => {
  const { customerId, activateAs, undo } = await deletedLaptop();
  expect(await activateAs('laptop')).toBe('ok');
  expect(await undo()).toEqual({ ok: false, reason: 'taken_again' });
  expect(await db().activation.count({ where: { customerId } })).toBe(1);
});

test('taken back while another program asks for the place, one of them gets it, never both', async () => {
  for (let round = 0; round < 10; round++) {
    const { resourceId, activateAs, undo } = await deletedLaptop();
    const [undone, taken] = await Promise.all([undo(), activateAs('tablet')]);
    expect([undone.ok ? 'ok' : undone.reason, taken].sort()).toEqual(['limit_reached', 'ok']);
    expect(await countOf(resourceId)).toBe(1);
  }
});

test('nobody takes back a stranger’s deletion, one of another day, or what is no deletion of their own', async () => {
  const { which, customerId, resourceId } = await deletedLaptop();
  const refused = { ok: false, reason: 'change_not_found' };
  const stranger = (await aCustomer()).id;
  const asStranger = { id: which.id, customerId: stranger, actor: { kind: 'customer' as const, id: stranger } };
  expect(await undoOwnDeletion(asStranger)).toEqual(refused);
  expect(await readOwnDeletion(asStranger)).toBeUndefined();
  const actor = { kind: 'customer' as const, id: customerId };
  const tomorrow = new Date(now().getTime() + DAY_MS + 60_000);
  expect(await undoOwnDeletion({ ...which, actor, at: tomorrow })).toEqual(refused);
  expect(await undoOwnDeletion({ id: 'nonsense', customerId, actor })).toEqual(refused);
  expect(await countOf(resourceId)).toBe(0);
});

test('what an admin deleted of others is not taken back from the admin’s own account', async () => {
  const { key, planNumber, customerId } = await aResource();
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id };
  await activate([aCall(key, planNumber, 'laptop')], { at: now(), strict: false });
  const { id } = await db().activation.findFirstOrThrow({ where: { customerId } });
  const done = await deleteActivations({ ids: [id], actor });
  if (!done.ok) throw new Error(done.reason);
  const refused = { ok: false, reason: 'change_not_found' };
  expect(await undoOwnDeletion({ id: done.changeId, customerId: admin.id, actor })).toEqual(refused);
  expect(await readOwnDeletion({ id: done.changeId, customerId: admin.id })).toBeUndefined();
});
