import { expect, test } from 'vitest';
import { readProfile, saveProfile } from '@/lib/customers/profile';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';

useDatabase();

const entered = {
  name: ' Ada ',
  company: 'Engine Ltd',
  vatId: 'de 123 456 789',
  invoiceAddress: ' Row 1 \r\n\r\n10115 Berlin',
};
const actorOf = (id: string) => ({ kind: 'customer', id, via: 'session:test' }) as const;
const entriesOf = (objectId: string) =>
  db().auditEntry.findMany({ where: { objectId, action: 'customer.edit_profile' } });

test('a profile is kept as it is written on an invoice, and the change is on record with before and after', async () => {
  const { id } = await aCustomer();
  expect(await saveProfile(id, entered, { actor: actorOf(id) })).toEqual({ ok: true, isChanged: true });
  const saved = { name: 'Ada', company: 'Engine Ltd', vatId: 'DE123456789', invoiceAddress: 'Row 1\n10115 Berlin' };
  expect(await readProfile(id)).toEqual(saved);
  expect(await entriesOf(id)).toMatchObject([
    { actorId: id, before: { name: null, company: null, vatId: null, invoiceAddress: null }, after: saved },
  ]);
});

test('saving the same again changes nothing and is not recorded', async () => {
  const { id } = await aCustomer();
  await saveProfile(id, entered, { actor: actorOf(id) });
  expect(await saveProfile(id, entered, { actor: actorOf(id) })).toEqual({ ok: true, isChanged: false });
  expect(await entriesOf(id)).toHaveLength(1);
});

test('every fault is told at once, and nothing is saved', async () => {
  const { id } = await aCustomer();
  const wrong = { name: 'x'.repeat(121), company: '', vatId: 'DE1', invoiceAddress: 'x'.repeat(501) };
  expect(await saveProfile(id, wrong, { actor: actorOf(id) })).toEqual({
    ok: false,
    reason: 'profile_invalid',
    faults: [
      { field: 'name', problem: 'too_long' },
      { field: 'vatId', problem: 'not_a_vat_id' },
      { field: 'invoiceAddress', problem: 'too_long' },
    ],
  });
  expect(await readProfile(id)).toMatchObject({ name: null, vatId: null });
});
