import { describe, expect, test } from 'vitest';
import { activateKey, disableKey } from '@/lib/access-keys/change-key-state';
import { aYearAfter } from '@/lib/access-keys/check-fields';
import { createKey } from '@/lib/access-keys/create-key';
import { editKey } from '@/lib/access-keys/edit-key';
import { listKeys, readKey } from '@/lib/access-keys/list-keys';
import { regenerateKey } from '@/lib/access-keys/regenerate-key';
import { removeKey } from '@/lib/access-keys/remove-key';
import { renewPair } from '@/lib/access-keys/renew-pair';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aFactorOf, aKeyOf, anOwner, auditOf, noticesTo, type Owner, shown } from '../support/developer-keys';

useDatabase();

const DAY_MS = 86_400_000;
const of = (owner: Owner, sid: string) => ({ customerId: owner.customerId, actor: owner.actor, sid });
const aPair = (owner: Owner, at?: Date) => aKeyOf(owner, { kind: 'pair', name: 'Access pair', ...(at ? { at } : {}) });
const dropFactors = ({ customerId }: Owner) => db().secondFactor.deleteMany({ where: { customerId } });

describe('a key pair', () => {
  test('4.01 is valid for one calendar year from its creation, and that cannot be edited', async () => {
    const at = new Date('2027-03-05T10:11:12.000Z');
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner, at);
    expect(pair.expiresAt).toEqual(new Date('2028-03-05T10:11:12.000Z'));
    const edited = await editKey({ ...of(owner, pair.sid), at, expiresAt: new Date('2030-01-01T00:00:00Z') });
    expect(edited).toMatchObject({ ok: false, faults: [{ field: 'expiresAt', problem: 'not_for_this_kind' }] });
    expect(aYearAfter(new Date('2028-02-29T23:59:59.000Z'))).toEqual(new Date('2029-02-28T23:59:59.000Z'));
    expect(aYearAfter(new Date('2027-02-28T00:00:00.000Z'))).toEqual(new Date('2028-02-28T00:00:00.000Z'));
  });

  test('4.26 is made as id and secret, works with both together, and is told by mail', async () => {
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner);
    expect(pair.value).toMatchObject({ accessKeyId: pair.prefix });
    expect(await shown(pair.value)).toBe(200);
    const [mail] = await noticesTo(owner.customer.email);
    expect(mail?.facts).toMatchObject({ event: 'created', key: { hint: pair.prefix } });
    expect((await auditOf(pair.sid)).map(({ action }) => action)).toEqual(['access_key.create']);
  });

  test('is one of one: a second one is refused by the plan', async () => {
    const owner = await anOwner({ hasFactor: true });
    await aPair(owner);
    const again = await createKey({ customerId: owner.customerId, actor: owner.actor, kind: 'pair', name: 'Another' });
    expect(again).toEqual({ ok: false, reason: 'pair_limit_reached', max: 1 });
  });

  test('4.14 regenerated, both halves are new, the year begins anew and the old pair is dead at once', async () => {
    const at = now();
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner, new Date(at.getTime() - 100 * DAY_MS));
    const done = await regenerateKey({ ...of(owner, pair.sid), overlapSeconds: 0, at });
    if (!done.ok || done.value.kind !== 'pair' || pair.value.kind !== 'pair') throw new Error('No pair');
    expect(done.value.accessKeyId).not.toBe(pair.value.accessKeyId);
    expect(done.value.accessSecret).not.toBe(pair.value.accessSecret);
    expect(done.key).toMatchObject({ sid: pair.sid, expiresAt: aYearAfter(at) });
    expect([await shown(pair.value), await shown(done.value)]).toEqual(['invalid_key', 200]);
  });

  test('4.14 with an overlap each secret still belongs to its own id', async () => {
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner);
    const done = await regenerateKey({ ...of(owner, pair.sid), overlapSeconds: 3_600 });
    if (!done.ok || done.value.kind !== 'pair' || pair.value.kind !== 'pair') throw new Error('No pair');
    const mixed = { ...done.value, accessSecret: pair.value.accessSecret };
    const all = [await shown(pair.value), await shown(done.value), await shown(mixed)];
    expect(all).toEqual([200, 200, 'invalid_key']);
  });

  test('without a second factor is not made, activated or regenerated, but disabled and deleted', async () => {
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner);
    await dropFactors(owner);
    expect(await readKey({ customerId: owner.customerId, sid: pair.sid }, now())).toMatchObject({
      state: 'active',
      blocked: 'mfa_off',
    });
    const refused = { ok: false, reason: 'mfa_required' };
    const wish = { customerId: owner.customerId, actor: owner.actor, kind: 'pair', name: 'Another' } as const;
    expect(await createKey(wish)).toEqual(refused);
    expect(await regenerateKey({ ...of(owner, pair.sid), overlapSeconds: 0 })).toEqual(refused);
    expect(await disableKey(of(owner, pair.sid))).toMatchObject({ ok: true, key: { state: 'disabled' } });
    expect(await activateKey(of(owner, pair.sid))).toEqual(refused);
    await aFactorOf(owner.customerId);
    expect(await activateKey(of(owner, pair.sid))).toMatchObject({ ok: true, key: { state: 'active', blocked: null } });
  });

  test.each(['active', 'disabled', 'expired', 'without a factor'])(
    '4.20, 4.22 can be deleted when it is %s, and is gone from then on',
    async (state) => {
      const at = now();
      const owner = await anOwner({ hasFactor: true });
      const pair = await aPair(owner, state === 'expired' ? new Date(at.getTime() - 400 * DAY_MS) : at);
      if (state === 'disabled') await disableKey(of(owner, pair.sid));
      if (state === 'without a factor') await dropFactors(owner);
      expect(await removeKey(of(owner, pair.sid))).toEqual({ ok: true, newDefaultSid: undefined });
      expect(await shown(pair.value)).toBe('invalid_key');
      expect((await listKeys({ customerId: owner.customerId }, at)).rows).toEqual([]);
      expect((await auditOf(pair.sid)).at(-1)?.action).toBe('access_key.remove');
    },
  );

  test('is renewed by a year in its last sixty days, with the same values', async () => {
    const at = now();
    const owner = await anOwner({ hasFactor: true });
    const pair = await aPair(owner, at);
    const end = aYearAfter(at);
    const from = new Date(end.getTime() - 60 * DAY_MS);
    const early = await renewPair({ ...of(owner, pair.sid), at: new Date(from.getTime() - 1) });
    expect(early).toEqual({ ok: false, reason: 'too_early', from });
    expect(await renewPair({ ...of(owner, pair.sid), at: from })).toMatchObject({
      ok: true,
      key: { expiresAt: aYearAfter(end) },
    });
    expect(await shown(pair.value)).toBe(200);
    const over = new Date(aYearAfter(end).getTime());
    expect(await renewPair({ ...of(owner, pair.sid), at: over })).toEqual({ ok: false, reason: 'key_expired' });
  });
});
