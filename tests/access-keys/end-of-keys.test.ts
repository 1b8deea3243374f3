import { describe, expect, test } from 'vitest';
import { activateKey, disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { changeKeys } from '@/lib/access-keys/change-keys';
import { listDeadKeyUses } from '@/lib/access-keys/list-every-key';
import { listKeys, readKey } from '@/lib/access-keys/list-keys';
import { removeKey } from '@/lib/access-keys/remove-key';
import { tidyKeys } from '@/lib/access-keys/tidy-keys';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, auditOf, noticesTo, type Owner, shown } from '../support/developer-keys';

useDatabase();

const DAY_MS = 86_400_000;
const of = ({ customerId, actor }: Owner, sid: string) => ({ customerId, actor, sid });

describe('a key that ends', () => {
  test('1.25, 4.22 removed, it stops at once and is listed nowhere', async () => {
    const owner = await anOwner();
    for (const kind of ['standard', 'secret'] as const) {
      const key = await aKeyOf(owner, { kind });
      expect(await removeKey(of(owner, key.sid))).toEqual({ ok: true, newDefaultSid: undefined });
      expect(await shown(key.value)).toBe('invalid_key');
      expect((await listKeys({ customerId: owner.customerId }, now())).rows).toEqual([]);
      expect((await auditOf(key.sid)).at(-1)).toMatchObject({
        action: 'access_key.remove',
        before: { name: key.name },
      });
    }
    expect((await noticesTo(owner.customer.email)).map(({ facts }) => facts.event)).toEqual([
      'created',
      'removed',
      'created',
      'removed',
    ]);
  });

  test('revoked, it stops for good and stays as history', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    expect(await revokeKey(of(owner, key.sid))).toMatchObject({ ok: true, key: { state: 'revoked' } });
    expect(await shown(key.value)).toBe('invalid_key');
    expect(await activateKey(of(owner, key.sid))).toEqual({ ok: false, reason: 'key_revoked' });
    expect(await disableKey(of(owner, key.sid))).toEqual({ ok: false, reason: 'key_revoked' });
    expect(await revokeKey(of(owner, key.sid))).toMatchObject({ ok: true });
    expect((await auditOf(key.sid)).map(({ action }) => action)).toEqual(['access_key.create', 'access_key.revoke']);
  });

  test('disabled, it rests, and works again when it is activated', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    await disableKey(of(owner, key.sid));
    expect(await shown(key.value)).toBe('key_disabled');
    await activateKey(of(owner, key.sid));
    expect(await shown(key.value)).toBe(200);
    await activateKey(of(owner, key.sid));
    const actions = (await auditOf(key.sid)).map(({ action }) => action);
    expect(actions).toEqual(['access_key.create', 'access_key.disable', 'access_key.activate']);
  });

  test('ended by an admin, its owner is told so', async () => {
    const [owner, admin] = [await anOwner(), await anOwner({ role: 'admin' })];
    const key = await aKeyOf(owner);
    expect(await disableKey({ anyOwner: true, sid: key.sid, actor: admin.actor })).toMatchObject({ ok: true });
    const facts = (await noticesTo(owner.customer.email)).at(-1)?.facts;
    expect(facts).toMatchObject({ event: 'disabled', byAdmin: true });
  });

  test('leaves a digest for 400 days, and nothing afterwards', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, { at });
    await removeKey({ ...of(owner, key.sid), at });
    const left = () => db().deadAccessSecret.count({ where: { sid: key.sid } });
    await tidyKeys(new Date(at.getTime() + 399 * DAY_MS));
    expect(await left()).toBe(1);
    await db().deadAccessSecret.updateMany({ where: { sid: key.sid }, data: { seenAt: at, seenTimes: 3 } });
    const [use] = await listDeadKeyUses({ limit: 5 });
    expect(use).toMatchObject({ sid: key.sid, customerEmail: owner.customer.email, cause: 'deleted', seenTimes: 3 });
    await tidyKeys(new Date(at.getTime() + 400 * DAY_MS));
    expect(await left()).toBe(0);
  });
});

describe('several keys at once', () => {
  test('1.26 each is changed by itself, and a stranger’s is not found', async () => {
    const [owner, stranger] = [await anOwner(), await anOwner()];
    const mine = [await aKeyOf(owner), await aKeyOf(owner, { kind: 'secret' })];
    const theirs = await aKeyOf(stranger);
    const sids = [...mine.map(({ sid }) => sid), theirs.sid, 'key_nobody'];
    const wish = { customerId: owner.customerId, actor: owner.actor };
    const done = await changeKeys({ ...wish, sids, change: 'remove' });
    expect(done).toEqual({
      ok: true,
      keys: [
        { sid: sids[0], ok: true },
        { sid: sids[1], ok: true },
        { sid: theirs.sid, ok: false, reason: 'key_not_found' },
        { sid: 'key_nobody', ok: false, reason: 'key_not_found' },
      ],
    });
    expect(await readKey({ customerId: stranger.customerId, sid: theirs.sid }, now())).toBeDefined();
  });

  test('none and more than a hundred are refused', async () => {
    const { customerId, actor } = await anOwner();
    const wish = { customerId, actor, change: 'disable' } as const;
    expect(await changeKeys({ ...wish, sids: [] })).toEqual({ ok: false, reason: 'nothing_chosen' });
    const many = Array.from({ length: 101 }, (_, i) => `key_${i}`);
    expect(await changeKeys({ ...wish, sids: many })).toEqual({ ok: false, reason: 'too_many_chosen' });
  });
});
