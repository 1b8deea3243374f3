import { describe, expect, test } from 'vitest';
import { activateKey } from '@/lib/access-keys/change-key-state';
import { createKey } from '@/lib/access-keys/create-key';
import { listEveryKey } from '@/lib/access-keys/list-every-key';
import { readKey } from '@/lib/access-keys/list-keys';
import { regenerateKey } from '@/lib/access-keys/regenerate-key';
import { reportLeak, takeLeakReport } from '@/lib/access-keys/report-leak';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, auditOf, noticesTo, type Owner, shown } from '../support/developer-keys';
import { bySystem } from '../support/factories';

useDatabase();

const of = ({ customerId, actor }: Owner, sid: string) => ({ customerId, actor, sid });
const textOf = (value: Awaited<ReturnType<typeof aKeyOf>>['value']) =>
  value.kind === 'pair' ? value.accessSecret : value.key;

describe('"This key leaked"', () => {
  test('3.35 the key is disabled at once and a replacement with its access and limits works', async () => {
    const owner = await anOwner();
    const access = { mode: 'restricted', operations: ['account.whoami'] } as const;
    const key = await aKeyOf(owner, { kind: 'secret', name: 'Deploy', monthlyCap: 50, note: 'CI' });
    await db().accessKey.update({
      where: { sid: key.sid },
      data: { access: 'restricted', operations: [...access.operations] },
    });
    const done = await reportLeak(of(owner, key.sid));
    if (!done.ok) throw new Error(done.reason);
    expect(done.leaked).toMatchObject({ sid: key.sid, state: 'disabled' });
    expect(done.leaked.leakedAt).not.toBeNull();
    expect(done.replacement).toMatchObject({
      kind: 'secret',
      name: 'Deploy',
      monthlyCap: 50,
      note: 'CI',
      access,
      state: 'active',
    });
    expect(await shown(key.value)).toBe('key_disabled');
    expect(await shown(done.value)).toBe(200);
    expect((await auditOf(key.sid)).at(-1)).toMatchObject({ action: 'access_key.leak', after: { by: 'owner' } });
    expect((await noticesTo(owner.customer.email)).map(({ facts }) => facts.event)).toContain('leaked');
  });

  test('3.35 a leaked key cannot be activated again, only regenerated, and then only with room in the plan', async () => {
    const owner = await anOwner({ plan: 'Free' });
    const [one, two] = [await aKeyOf(owner, { name: 'One' }), await aKeyOf(owner, { name: 'Two' })];
    const done = await reportLeak(of(owner, one.sid));
    expect(done).toMatchObject({ ok: true });
    expect(await activateKey(of(owner, one.sid))).toEqual({ ok: false, reason: 'key_leaked' });
    const again = { ...of(owner, one.sid), overlapSeconds: 604_800 } as const;
    expect(await regenerateKey(again)).toEqual({ ok: false, reason: 'key_limit_reached', max: 2 });
    await db().accessKey.delete({ where: { sid: two.sid } });
    const fresh = await regenerateKey(again);
    if (!fresh.ok) throw new Error(fresh.reason);
    expect(fresh.key).toMatchObject({ state: 'active', leakedAt: null, overlapEndsAt: null });
    expect([await shown(one.value), await shown(fresh.value)]).toEqual(['invalid_key', 200]);
  });

  test('3.35 reported twice at once, it is replaced once', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const done = await Promise.all([reportLeak(of(owner, key.sid)), reportLeak(of(owner, key.sid))]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().accessKey.count({ where: { customerId: owner.customerId } })).toBe(2);
  });

  test('a leaked default hands that role to its replacement', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    await db().accessKey.update({ where: { sid: key.sid }, data: { isDefault: true } });
    const done = await reportLeak(of(owner, key.sid));
    expect(done).toMatchObject({ ok: true, leaked: { isDefault: false }, replacement: { isDefault: true } });
  });
});

describe('a report from outside', () => {
  const source = { by: 'github', url: 'https://code.example/leak.env' } as const;

  test('disables what is live, tells its owner where it was found, and is not moved by a second report', async () => {
    const owner = await anOwner({ hasFactor: true });
    const keys = [await aKeyOf(owner), await aKeyOf(owner, { kind: 'secret' }), await aKeyOf(owner, { kind: 'pair' })];
    const values = [...keys.map(({ value }) => `KEY="${textOf(value)}"`), newDeveloperKey('secret'), 'nothing'];
    expect(await takeLeakReport(values, source, now())).toEqual({ live: 3 });
    expect(await takeLeakReport(values, source, now())).toEqual({ live: 3 });
    for (const { value, sid } of keys) {
      expect(await shown(value)).toBe('key_disabled');
      expect((await auditOf(sid)).filter(({ action }) => action === 'access_key.leak')).toHaveLength(1);
    }
    const told = (await noticesTo(owner.customer.email)).filter(({ facts }) => facts.event === 'leaked');
    expect(told).toHaveLength(3);
    expect(told[0]?.facts).toMatchObject({ url: source.url, isLeftWorking: false });
    const { rows } = await listEveryKey({ filter: { isLeaked: true, text: owner.customer.email } }, now());
    expect(rows.map(({ sid }) => sid).toSorted()).toEqual(keys.map(({ sid }) => sid).toSorted());
  });

  test('only tells the owner when the store says so', async () => {
    await saveStoreSettings({ keyLeakAction: 'notify' }, bySystem);
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    await takeLeakReport([textOf(key.value)], source, now());
    await takeLeakReport([textOf(key.value)], source, now());
    expect(await shown(key.value)).toBe(200);
    const told = (await noticesTo(owner.customer.email)).filter(({ facts }) => facts.event === 'leaked');
    expect(told.map(({ facts }) => facts.isLeftWorking)).toEqual([true]);
    await saveStoreSettings({ keyLeakAction: 'disable' }, bySystem);
  });

  test('of a value in its overlap disables the key; of a replaced one nothing', async () => {
    const owner = await anOwner();
    const [one, two] = [await aKeyOf(owner), await aKeyOf(owner)];
    await regenerateKey({ ...of(owner, one.sid), overlapSeconds: 3_600 });
    await regenerateKey({ ...of(owner, two.sid), overlapSeconds: 0 });
    expect(await takeLeakReport([textOf(one.value), textOf(two.value)], source, now())).toEqual({ live: 1 });
    expect(await readKey({ customerId: owner.customerId, sid: one.sid }, now())).toMatchObject({ state: 'disabled' });
    expect(await readKey({ customerId: owner.customerId, sid: two.sid }, now())).toMatchObject({ state: 'active' });
  });

  test('leaves room in the plan while the key is out of use', async () => {
    const owner = await anOwner({ plan: 'Free' });
    const [one] = [await aKeyOf(owner), await aKeyOf(owner)];
    await takeLeakReport([textOf(one.value)], source, now());
    const wish = { customerId: owner.customerId, actor: owner.actor, kind: 'secret', name: 'Third' } as const;
    expect(await createKey(wish)).toMatchObject({ ok: true });
  });
});
