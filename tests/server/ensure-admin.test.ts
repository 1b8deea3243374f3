import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { changeRole } from '@/lib/customers/change-standing';
import { grantAdmin } from '@/lib/customers/grant-admin';
import { db } from '@/lib/db/client';
import { ensureAdmin } from '@/lib/server/ensure-admin';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';

useDatabase();

test('the first start makes an admin; a later one changes neither a chosen password nor whoever is no admin any more', async () => {
  expect(await ensureAdmin({ admin: undefined })).toBe(false);
  const admin = { email: 'first@example.test', password: 'from the environment' };
  expect(await ensureAdmin({ admin })).toBe(true);
  const first = await db().customer.findUniqueOrThrow({ where: { email: admin.email } });
  expect(first).toMatchObject({ role: 'admin', emailVerifiedAt: expect.any(Date) });

  await db().customer.update({ where: { id: first.id }, data: { passwordHash: 'chosen since' } });
  expect(await ensureAdmin({ admin })).toBe(true);
  const second = await grantAdmin({ email: 'second@example.test', passwordHash: 'x', at: now(), actor: bySystem });
  if (!second.ok) throw new Error(second.reason);
  const actor = { kind: 'admin', id: second.customerId } as const;
  expect(await changeRole({ customerId: first.id, role: 'customer', actor })).toEqual({ ok: true });
  expect(await ensureAdmin({ admin })).toBe(true);
  expect(await db().customer.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    role: 'customer',
    passwordHash: 'chosen since',
  });
});
