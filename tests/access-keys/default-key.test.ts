import { describe, expect, test } from 'vitest';
import { disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { editKey } from '@/lib/access-keys/edit-key';
import { keepDefaultKeys } from '@/lib/access-keys/keep-default-keys';
import { listKeys, readKey } from '@/lib/access-keys/list-keys';
import { removeKey } from '@/lib/access-keys/remove-key';
import { revealKey } from '@/lib/access-keys/reveal-key';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { createCustomer } from '@/lib/customers/create-customer';
import { db, inTransaction } from '@/lib/db/client';
import { forgetDataKeys } from '@/lib/db/data-keys';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { auditOf, shown } from '../support/developer-keys';
import { aCustomer, bySystem } from '../support/factories';

useDatabase();

const NAME = 'Auto-Generated API Key (Created By System)';
const DAY_MS = 86_400_000;
let people = 0;

async function anAccount() {
  people += 1;
  const email = `person${people}@example.test`;
  const made = await inTransaction((tx) => createCustomer(tx, { email, actor: bySystem }));
  if (!made.ok) throw new Error(made.reason);
  const actor: Actor = { kind: 'customer', id: made.customer.id, via: 'session:test' };
  return { customerId: made.customer.id, actor };
}

type Account = Awaited<ReturnType<typeof anAccount>>;

async function defaultsOf({ customerId }: Account) {
  return db().accessKey.findMany({ where: { customerId, isDefault: true, state: { not: 'revoked' } } });
}

async function theDefaultOf(account: Account) {
  const [row, ...more] = await defaultsOf(account);
  if (!row || more.length > 0) throw new Error(`${more.length} too many defaults, or none`);
  const revealed = await revealKey({ ...account, sid: row.sid, isRecentlyProven: true });
  if (!revealed.ok) throw new Error(revealed.reason);
  return { ...row, value: { kind: 'standard' as const, key: revealed.key } };
}

describe('the default key', () => {
  test('2.04, 2.06 is made with the account, under its literal name, and works', async () => {
    const account = await anAccount();
    const { rows } = await listKeys(account, now());
    expect(rows).toMatchObject([
      { name: NAME, isDefault: true, kind: 'standard', createdBy: 'system', state: 'active' },
    ]);
    expect(await shown((await theDefaultOf(account)).value)).toBe(200);
  });

  test('2.04 more people at the same moment than there are connections all get theirs, also right after a start', async () => {
    await anAccount();
    forgetDataKeys();
    const accounts = await Promise.all(Array.from({ length: 16 }, () => anAccount()));
    for (const account of accounts) expect(await defaultsOf(account)).toHaveLength(1);
  });

  test('2.04 an account that could not be made has none', async () => {
    const made = inTransaction(async (tx) => {
      await createCustomer(tx, { email: 'never@example.test', actor: bySystem });
      throw new Error('Something later failed');
    });
    await expect(made).rejects.toThrow('Something later failed');
    expect(await db().accessKey.count({ where: { customer: { email: 'never@example.test' } } })).toBe(0);
  });

  test('2.04 an account from before there were such keys gets one, once', async () => {
    const [one, two] = [await aCustomer(), await aCustomer()];
    await Promise.all([keepDefaultKeys(now()), keepDefaultKeys(now()), keepDefaultKeys(now())]);
    await keepDefaultKeys(now());
    for (const { id } of [one, two]) {
      expect(await db().accessKey.count({ where: { customerId: id, name: NAME, isDefault: true } })).toBe(1);
    }
    expect(await keepDefaultKeys(now())).toBe(0);
  });

  test('many accounts without one are not held all at once: each gets it in a transaction of its own', async () => {
    const accounts = await Promise.all(Array.from({ length: 5 }, () => aCustomer()));
    expect(await keepDefaultKeys(now())).toBe(5);
    const ids = accounts.map(({ id }) => id);
    const [{ transactions } = {}] = await db().$queryRaw<{ transactions: number }[]>`
      SELECT count(DISTINCT xmin::text)::int AS transactions FROM access_key WHERE customer_id = ANY(${ids}::uuid[])`;
    expect(transactions).toBe(5);
  });

  test('an account that is held is left for the next look, and holds nobody else up', async () => {
    const [held, other] = [await aCustomer(), await aCustomer()];
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${held.id}::uuid FOR SHARE`;
      expect(await keepDefaultKeys(now())).toBe(1);
    });
    expect(await keepDefaultKeys(now())).toBe(1);
    for (const { id } of [held, other]) expect(await db().accessKey.count({ where: { customerId: id } })).toBe(1);
  });

  test('an account that is held leaves those behind it their keys, however many there are', async () => {
    const ids = (await Promise.all(Array.from({ length: 5 }, () => aCustomer()))).map(({ id }) => id).sort();
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${ids[0]}::uuid FOR SHARE`;
      expect(await keepDefaultKeys(now(), 2)).toBe(4);
    });
    expect(await keepDefaultKeys(now(), 2)).toBe(1);
  });

  test.each([
    ['removed', removeKey],
    ['revoked', revokeKey],
  ])('2.08, 2.09 %s, its old value stops at once and a new default is there with another one', async (_name, end) => {
    const account = await anAccount();
    const before = await theDefaultOf(account);
    const done = await end({ ...account, sid: before.sid });
    const after = await theDefaultOf(account);
    expect(done).toMatchObject({ ok: true, newDefaultSid: after.sid });
    expect(after.sid).not.toBe(before.sid);
    expect([await shown(before.value), await shown(after.value)]).toEqual(['invalid_key', 200]);
    expect((await auditOf(after.sid)).map(({ action }) => action)).toContain('access_key.create');
  });

  test('2.09 removed twice at once, there is one new default', async () => {
    const account = await anAccount();
    const { sid } = await theDefaultOf(account);
    const done = await Promise.all([removeKey({ ...account, sid }), removeKey({ ...account, sid })]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await defaultsOf(account)).toHaveLength(1);
  });

  test('2.09 once it has expired a new one is made, and the old one stays as expired', async () => {
    const account = await anAccount();
    const { sid } = await theDefaultOf(account);
    const at = now();
    await editKey({ ...account, sid, expiresAt: new Date(at.getTime() + DAY_MS) });
    const later = new Date(at.getTime() + 2 * DAY_MS);
    await keepDefaultKeys(at);
    expect(await defaultsOf(account)).toMatchObject([{ sid }]);
    await keepDefaultKeys(later);
    expect((await theDefaultOf(account)).sid).not.toBe(sid);
    expect(await readKey({ customerId: account.customerId, sid }, later)).toMatchObject({
      state: 'expired',
      isDefault: false,
    });
  });

  test('disabled, it stays the default and no other is made', async () => {
    const account = await anAccount();
    const { sid } = await theDefaultOf(account);
    await disableKey({ ...account, sid });
    await keepDefaultKeys(now());
    expect(await defaultsOf(account)).toMatchObject([{ sid, state: 'disabled' }]);
  });

  test('switched off by the store, none is made for new accounts nor after a removal', async () => {
    const account = await anAccount();
    const { sid } = await theDefaultOf(account);
    await saveStoreSettings({ defaultKey: false }, bySystem);
    expect(await defaultsOf(await anAccount())).toEqual([]);
    expect(await removeKey({ ...account, sid })).toEqual({ ok: true, newDefaultSid: undefined });
    await saveStoreSettings({ defaultKey: true }, bySystem);
    await keepDefaultKeys(now());
    expect(await defaultsOf(account)).toHaveLength(1);
  });
});
