import { describe, expect, test } from 'vitest';
import { disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { readKey } from '@/lib/access-keys/list-keys';
import { regenerateKey } from '@/lib/access-keys/regenerate-key';
import { revealKey } from '@/lib/access-keys/reveal-key';
import { rotateKeys, tidyKeys } from '@/lib/access-keys/tidy-keys';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, auditOf, noticesTo, type Owner, shown } from '../support/developer-keys';

useDatabase();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

async function regenerated(owner: Owner, sid: string, overlapSeconds: 0 | 3_600 | 86_400 | 604_800 = 0) {
  const done = await regenerateKey({ customerId: owner.customerId, actor: owner.actor, sid, overlapSeconds });
  if (!done.ok) throw new Error(done.reason);
  return { ...done.key, value: done.value };
}

describe('a regenerated key', () => {
  test('1.10 stops with its old value at once and works with its new one', async () => {
    const owner = await anOwner();
    for (const kind of ['standard', 'secret'] as const) {
      const key = await aKeyOf(owner, { kind });
      const next = await regenerated(owner, key.sid);
      expect([await shown(key.value), await shown(next.value)]).toEqual(['invalid_key', 200]);
    }
  });

  test('keeps its sid, name, access and limits, and counts its values', async () => {
    const owner = await anOwner();
    const access = { mode: 'restricted', operations: ['account.whoami'] } as const;
    const key = await aKeyOf(owner, { access, note: 'Mine', addresses: ['192.0.2.0/24'], monthlyCap: 5 });
    const next = await regenerated(owner, key.sid);
    expect(next).toMatchObject({
      sid: key.sid,
      name: key.name,
      access,
      note: 'Mine',
      addresses: ['192.0.2.0/24'],
      monthlyCap: 5,
    });
    expect(next.generation).toBe(2);
    expect(next.prefix).not.toBe(key.prefix);
    expect((await auditOf(key.sid)).at(-1)).toMatchObject({
      action: 'access_key.regenerate',
      before: { generation: 1, prefix: key.prefix },
      after: { generation: 2, prefix: next.prefix },
    });
    expect((await noticesTo(owner.customer.email)).at(-1)?.facts.event).toBe('regenerated');
  });

  test('3.11 with an overlap works with both values until it ends, and with the new one afterwards', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { kind: 'secret' });
    const next = await regenerated(owner, key.sid, 3_600);
    expect(next.overlapEndsAt).not.toBeNull();
    expect([await shown(key.value), await shown(next.value)]).toEqual([200, 200]);
    setClockOffsetMs(HOUR_MS + 1_000);
    expect([await shown(key.value), await shown(next.value)]).toEqual(['invalid_key', 200]);
    await tidyKeys(now());
    setClockOffsetMs(0);
    // What opened it is a tombstone now, also for a clock that is behind.
    expect([await shown(key.value), await shown(next.value)]).toEqual(['invalid_key', 200]);
    const digest = new Uint8Array(lookupDigest(key.value.kind === 'secret' ? key.value.key : ''));
    expect(await db().deadAccessSecret.findUnique({ where: { digest } })).toMatchObject({
      sid: key.sid,
      cause: 'replaced',
    });
  });

  test('again with none, ends the overlap of the time before as well', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const second = await regenerated(owner, key.sid, 604_800);
    const third = await regenerated(owner, key.sid, 0);
    const all = [await shown(key.value), await shown(second.value), await shown(third.value)];
    expect(all).toEqual(['invalid_key', 'invalid_key', 200]);
  });

  test('is its owner’s: a stranger’s wish changes nothing', async () => {
    const [owner, stranger] = [await anOwner(), await anOwner()];
    const key = await aKeyOf(owner);
    const { customerId, actor } = stranger;
    const refused = await regenerateKey({ customerId, actor, sid: key.sid, overlapSeconds: 0 });
    expect(refused).toEqual({ ok: false, reason: 'key_not_found' });
    expect(await shown(key.value)).toBe(200);
  });

  test('that is disabled stays disabled, and one that is revoked is refused', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner);
    const of = { customerId: owner.customerId, actor: owner.actor, sid: key.sid };
    await disableKey(of);
    expect(await shown((await regenerated(owner, key.sid)).value)).toBe('key_disabled');
    await revokeKey(of);
    expect(await regenerateKey({ ...of, overlapSeconds: 0 })).toEqual({ ok: false, reason: 'key_revoked' });
  });

  test('that had expired lives as long again as it did', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, { at, expiresAt: new Date(at.getTime() + 10 * DAY_MS) });
    const later = new Date(at.getTime() + 20 * DAY_MS);
    const of = { customerId: owner.customerId, actor: owner.actor, sid: key.sid };
    const done = await regenerateKey({ ...of, overlapSeconds: 0, at: later });
    expect(done).toMatchObject({
      ok: true,
      key: { expiresAt: new Date(later.getTime() + 10 * DAY_MS), state: 'active' },
    });
  });
});

describe('rotation', () => {
  test('3.11 a standard key with a schedule gets its new value in time, once, and its owner reads it', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, { at, rotateDays: 30 });
    expect(await rotateKeys(new Date(at.getTime() + 29 * DAY_MS))).toBe(0);
    const due = new Date(at.getTime() + 30 * DAY_MS);
    const counts = await Promise.all([rotateKeys(due), rotateKeys(due)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    const of = { customerId: owner.customerId, sid: key.sid };
    expect(await readKey(of, due)).toMatchObject({
      generation: 2,
      overlapEndsAt: new Date(due.getTime() + 7 * DAY_MS),
    });
    const revealed = await revealKey({ ...of, actor: owner.actor, isRecentlyProven: true });
    if (!revealed.ok) throw new Error(revealed.reason);
    expect([await shown(key.value), await shown({ kind: 'standard', key: revealed.key })]).toEqual([200, 200]);
    expect((await noticesTo(owner.customer.email)).at(-1)?.facts).toMatchObject({
      event: 'rotated',
      key: { sid: key.sid },
    });
  });
});
