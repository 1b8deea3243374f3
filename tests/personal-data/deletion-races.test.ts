import { expect, test } from 'vitest';
import { createCustomer } from '@/lib/customers/create-customer';
import { saveProfile } from '@/lib/customers/profile';
import { entryOf, readSession, startSession } from '@/lib/customers/session';
import { db, inTransaction } from '@/lib/db/client';
import { checkStatus } from '@/lib/licensing/check-status';
import { clientCore } from '@/lib/licensing/client-core';
import { deleteActivations } from '@/lib/licensing/delete-activations';
import { undoBulkChange } from '@/lib/licensing/undo-bulk-change';
import { createManualOrder } from '@/lib/orders/create-manual-order';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, first } from '../support/factories';
import { pressDelete, somebody } from './support';

useDatabase();

const ROUNDS = 3;

/** Behind the locks of a deletion a client may be told to try later, and does. */
const orLater = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined);

/** Activates one instance after the other, giving some back, until it is refused; answers why. */
async function activateUntilRefused(key: string, product: number, worker: number): Promise<string> {
  for (let i = 0; i < 1_000; i++) {
    const call = aCall(key, product, `host-${worker}-${i}`);
    const told = await orLater(clientCore().activate(call));
    if (told && !told.ok) return told.reason;
    if (told && i % 5 === 0) await orLater(clientCore().deactivate(call));
  }
  return 'never';
}

test('activations go on until the account is deleted; then all are refused, and none is left', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { licence, customerId, ...person } = await somebody();
    await db().apiResource.update({ where: { id: licence.resourceId }, data: { activationLimit: null } });
    const workers = [licence.key, licence.masterKey, licence.key, licence.masterKey].map((key, worker) =>
      activateUntilRefused(key, licence.planNumber, worker),
    );
    expect(await pressDelete(person)).toEqual({ ok: true });
    expect(await Promise.all(workers)).toEqual(workers.map(() => 'revoked'));
    expect(await db().activation.count({ where: { customerId } })).toBe(0);
    const rights = await db().apiResource.findMany({ where: { customerId } });
    expect(rights.every(({ activationCount, revokedAt }) => activationCount === 0 && revokedAt !== null)).toBe(true);
    const status = first(await checkStatus([aCall(licence.key, licence.planNumber, 'laptop')], { at: AT }));
    expect(status).toMatchObject({ ok: false, reason: 'revoked' });
  }
});

test('a sign-in that is under way opens nothing, whichever comes first', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { customerId, ...person } = await somebody();
    const entry = await inTransaction((tx) => entryOf(tx, customerId));
    const [session] = await Promise.all([startSession({ ...entry, by: 'password' }), pressDelete(person)]);
    expect(session && (await readSession(session.id))).toBeUndefined();
    expect(await startSession({ ...entry, by: 'password' })).toBeUndefined();
    expect(await db().session.count({ where: { customerId } })).toBe(0);
  }
});

test('what its person saves at that moment is gone with it, or refused', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { customerId, actor, ...person } = await somebody();
    const entered = { name: 'Ada', company: '', vatId: '', invoiceAddress: '' };
    const [saved] = await Promise.all([
      saveProfile(customerId, entered, { actor }),
      pressDelete({ ...person, actor }, { shownLicences: 2 }),
    ]);
    expect(saved.ok || saved.reason === 'customer_not_found').toBe(true);
    expect(await db().customer.findUnique({ where: { id: customerId } })).toMatchObject({ name: null });
  }
});

test('an order that an admin enters for the address at that moment is in an account that is open', async () => {
  const { plan } = await aProduct();
  for (let round = 0; round < ROUNDS; round++) {
    const { customerId, email, ...person } = await somebody();
    const admin = await aCustomer({ role: 'admin' });
    const paid = { kind: 'free' as const };
    const wish = { requestId: crypto.randomUUID(), email, lines: [{ planNumber: plan.number, quantity: 1 }], paid };
    const [deleted, made] = await Promise.all([
      pressDelete(person, { shownLicences: 2 }),
      createManualOrder(wish, { actor: { kind: 'admin', id: admin.id } }),
    ]);
    if (!made.ok) throw new Error(made.reason);
    const { customer, items } = await db().order.findUniqueOrThrow({
      where: { number: made.orderNumber },
      include: { customer: true, items: { include: { resource: true } } },
    });
    expect(customer).toMatchObject({ email, deletedAt: null });
    expect(first(items).resource?.revokedAt).toBeNull();
    expect(customer.id === customerId).toBe(!deleted.ok);
  }
});

test('the address that becomes free is had by one account', async () => {
  const { customerId, email, ...person } = await somebody();
  const register = () => inTransaction((tx) => createCustomer(tx, { email }));
  const [deleted, ...made] = await Promise.all([pressDelete(person), register(), register(), register()]);
  expect(deleted).toEqual({ ok: true });
  const owners = await db().customer.findMany({ where: { email } });
  expect(owners.length).toBe(made.filter(({ ok }) => ok).length);
  expect(owners.every(({ id }) => id !== customerId)).toBe(true);
});

test('what an admin deleted before does not come back into it', async () => {
  const { customerId, ...person } = await somebody();
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id };
  const other = await somebody();
  const activations = await db().activation.findMany({ where: { customerId: { in: [customerId, other.customerId] } } });
  const change = await deleteActivations({ ids: activations.map(({ id }) => id), actor });
  if (!change.ok) throw new Error(change.reason);
  await pressDelete(person);
  expect(await undoBulkChange({ id: change.changeId, actor })).toEqual({ ok: true, undone: 2, left: 0 });
  expect(await db().activation.count({ where: { customerId } })).toBe(0);
  expect(await db().activation.count({ where: { customerId: other.customerId } })).toBe(2);
});
