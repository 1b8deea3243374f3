import { describe, expect, test } from 'vitest';
import { configureAccess } from '@/lib/access-keys/configure-access';
import { createKey } from '@/lib/access-keys/create-key';
import { editKey } from '@/lib/access-keys/edit-key';
import { regenerateKey } from '@/lib/access-keys/regenerate-key';
import { revealKey } from '@/lib/access-keys/reveal-key';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, auditOf, type Owner, shown } from '../support/developer-keys';
import { bySystem } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const of = ({ customerId, actor }: Owner, sid: string) => ({ customerId, actor, sid });
const by = ({ customerId }: Owner, sid: string): Actor => ({ kind: 'customer', id: customerId, via: `key:${sid}` });
const some = (...operations: string[]) => ({ mode: 'restricted', operations }) as const;

describe('an edit', () => {
  test('changes what is given, clears what is null, leaves the rest, and is audited with before and after', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { note: 'Old', description: 'Long', monthlyCap: 3 });
    const done = await editKey({
      ...of(owner, key.sid),
      note: 'New',
      description: null,
      rate: { calls: 5, window: 'hour' },
    });
    expect(done).toMatchObject({
      ok: true,
      key: { note: 'New', description: null, monthlyCap: 3, rate: { calls: 5, window: 'hour' }, name: key.name },
    });
    expect((await auditOf(key.sid)).at(-1)).toMatchObject({
      action: 'access_key.edit',
      before: { note: 'Old', description: 'Long', rateCalls: null, rateWindow: null },
      after: { note: 'New', description: null, rateCalls: 5, rateWindow: 'hour' },
    });
    await editKey({ ...of(owner, key.sid), note: ' New ' });
    expect(await auditOf(key.sid)).toHaveLength(2);
  });

  test('1.14 an emptied note is no note', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { note: 'Something' });
    expect(await editKey({ ...of(owner, key.sid), note: '  ' })).toMatchObject({ ok: true, key: { note: null } });
  });

  test('takes addresses and blocks of both families in one form, and refuses what is none', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const typed = [' 192.0.2.7', '2001:DB8:0::/32', '192.0.2.7', '::ffff:198.51.100.1'];
    expect(await editKey({ ...of(owner, key.sid), addresses: typed })).toMatchObject({
      ok: true,
      key: { addresses: ['192.0.2.7', '2001:db8::/32', '198.51.100.1'] },
    });
    for (const wrong of ['localhost', '192.0.2.0/33', '2001:db8::/129', '1.2.3.4/', '1.2.3.4/8/8', '']) {
      const refused = await editKey({ ...of(owner, key.sid), addresses: [wrong] });
      expect(refused).toMatchObject({ faults: [{ field: 'addresses', problem: 'not_an_address' }] });
    }
  });

  test('gives an expired key a later end, and it works again', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, {
      at: new Date(at.getTime() - 2 * DAY_MS),
      expiresAt: new Date(at.getTime() - DAY_MS),
    });
    expect(await shown(key.value)).toBe('key_expired');
    const name = await editKey({ ...of(owner, key.sid), name: 'Other', expiresAt: key.expiresAt });
    expect(name).toMatchObject({ ok: true, key: { name: 'Other', state: 'expired' } });
    await editKey({ ...of(owner, key.sid), expiresAt: new Date(at.getTime() + DAY_MS) });
    expect(await shown(key.value)).toBe(200);
  });

  test('under a policy an end is counted from the present value', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, { at });
    await saveStoreSettings({ keyMaxLifetimeDays: 30 }, bySystem);
    const end = (days: number) => ({
      ...of(owner, key.sid),
      at: new Date(at.getTime() + DAY_MS),
      expiresAt: new Date(at.getTime() + days * DAY_MS),
    });
    expect(await editKey(end(31))).toEqual({ ok: false, reason: 'lifetime_too_long', maxDays: 30 });
    expect(await editKey(end(30))).toMatchObject({ ok: true });
    await saveStoreSettings({ keyMaxLifetimeDays: 0 }, bySystem);
  });

  test('text that no database takes is made whole or finds nothing', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const done = await editKey({ ...of(owner, key.sid), name: 'Bell \ud800\0 end', description: 'a\0b' });
    expect(done).toMatchObject({ ok: true, key: { name: 'Bell    end', description: 'a b' } });
    for (const sid of ['key_\0', "key_' OR 1", '', key.id]) {
      expect(await editKey({ ...of(owner, sid), name: 'x' })).toEqual({ ok: false, reason: 'key_not_found' });
      expect(await revealKey({ ...of(owner, sid), isRecentlyProven: true })).toEqual({
        ok: false,
        reason: 'key_not_found',
      });
    }
  });

  test('of a stranger’s key finds nothing', async () => {
    const [owner, stranger] = [await anOwner(), await anOwner()];
    const key = await aKeyOf(owner);
    const refused = { ok: false, reason: 'key_not_found' };
    expect(await editKey({ ...of(stranger, key.sid), name: 'Mine' })).toEqual(refused);
    expect(await configureAccess({ ...of(stranger, key.sid), access: some('account.read') })).toEqual(refused);
    expect(await revealKey({ ...of(stranger, key.sid), isRecentlyProven: true })).toEqual(refused);
  });
});

describe('access', () => {
  test('is set, widened and narrowed with a record of each', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const set = await configureAccess({ ...of(owner, key.sid), access: some('b.two', 'a.one', 'b.two') });
    expect(set).toMatchObject({ ok: true, key: { access: some('a.one', 'b.two') } });
    await configureAccess({ ...of(owner, key.sid), access: some('b.two', 'a.one') });
    await configureAccess({ ...of(owner, key.sid), access: { mode: 'full' } });
    expect((await auditOf(key.sid)).slice(1).map(({ before, after }) => ({ before, after }))).toMatchObject([
      { before: { access: 'full' }, after: { access: ['a.one', 'b.two'] } },
      { before: { access: ['a.one', 'b.two'] }, after: { access: 'full' } },
    ]);
    const nothing = await configureAccess({ ...of(owner, key.sid), access: some() });
    expect(nothing).toEqual({ ok: false, reason: 'nothing_allowed' });
  });

  test('a key gives no more than it has: not by making, widening, regenerating or loosening addresses', async () => {
    const owner = await anOwner();
    const full = await aKeyOf(owner);
    const caller = await aKeyOf(owner, { access: some('keys.create', 'keys.edit'), addresses: ['192.0.2.0/24'] });
    const actor = by(owner, caller.sid);
    const wish = { customerId: owner.customerId, actor, kind: 'secret', name: 'Child' } as const;
    const refused = { ok: false, reason: 'more_than_caller' };
    expect(await createKey({ ...wish, access: { mode: 'full' } })).toEqual(refused);
    expect(await createKey({ ...wish, access: some('keys.create', 'orders.read') })).toEqual(refused);
    expect(await createKey({ ...wish, addresses: [] })).toEqual(refused);
    expect(await createKey({ ...wish, addresses: ['192.0.0.0/16'] })).toEqual(refused);
    expect(await createKey(wish)).toMatchObject({
      ok: true,
      key: { access: caller.access, addresses: ['192.0.2.0/24'] },
    });
    expect(await createKey({ ...wish, access: some('keys.edit'), addresses: ['192.0.2.128/25'] })).toMatchObject({
      ok: true,
    });
    const other = { customerId: owner.customerId, sid: full.sid, actor };
    const own = { customerId: owner.customerId, sid: caller.sid, actor };
    expect(await configureAccess({ ...own, access: { mode: 'full' } })).toEqual(refused);
    expect(await regenerateKey({ ...other, overlapSeconds: 0 })).toEqual(refused);
    expect(await editKey({ ...own, addresses: [] })).toEqual(refused);
    expect(await shown(full.value)).toBe(200);
  });
});

describe('revealing', () => {
  test('answers the value of a standard key by the store’s rule, and is audited', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const wish = of(owner, key.sid);
    expect(await revealKey({ ...wish, isRecentlyProven: false })).toEqual({ ok: false, reason: 'step_up_required' });
    const revealed = await revealKey({ ...wish, isRecentlyProven: true });
    expect(revealed).toEqual({ ok: true, key: key.value.kind === 'pair' ? '' : key.value.key });
    expect((await auditOf(key.sid)).at(-1)?.action).toBe('access_key.reveal');
    await saveStoreSettings({ keyReveal: 'always' }, bySystem);
    expect(await revealKey({ ...wish, isRecentlyProven: false })).toMatchObject({ ok: true });
    await saveStoreSettings({ keyReveal: 'never' }, bySystem);
    expect(await revealKey({ ...wish, isRecentlyProven: true })).toEqual({ ok: false, reason: 'not_revealable' });
    await saveStoreSettings({ keyReveal: 'step_up' }, bySystem);
  });

  test('is refused for secret keys, for calls by key, and after ten in an hour', async () => {
    const owner = await anOwner();
    const [secret, key] = [await aKeyOf(owner, { kind: 'secret' }), await aKeyOf(owner)];
    const proven = { isRecentlyProven: true };
    const refused = { ok: false, reason: 'not_revealable' };
    expect(await revealKey({ ...of(owner, secret.sid), ...proven })).toEqual(refused);
    expect(await revealKey({ ...of(owner, key.sid), ...proven, actor: by(owner, key.sid) })).toEqual(refused);
    for (let i = 0; i < 10; i++)
      expect(await revealKey({ ...of(owner, key.sid), ...proven })).toMatchObject({ ok: true });
    expect(await revealKey({ ...of(owner, key.sid), ...proven })).toMatchObject({
      ok: false,
      reason: 'too_many_attempts',
    });
  });
});
