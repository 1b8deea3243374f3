import { describe, expect, test } from 'vitest';
import { disableKey } from '@/lib/access-keys/change-key-state';
import { remindOwners } from '@/lib/access-keys/remind-owners';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, noticesTo, type Owner } from '../support/developer-keys';

useDatabase();

const DAY_MS = 86_400_000;
const start = new Date('2027-01-10T12:00:00.000Z');
const day = (days: number) => new Date(start.getTime() + days * DAY_MS);

async function toldOf(owner: Owner) {
  return (await noticesTo(owner.customer.email)).map(({ facts }) => facts).filter(({ event }) => event !== 'created');
}

async function eventsOf(owner: Owner) {
  return (await toldOf(owner)).map(({ event }) => event);
}

const used = (sid: string, at: Date) => db().accessKey.update({ where: { sid }, data: { lastUsedAt: at } });

describe('reminders', () => {
  test('1.26 once a month the keys nobody has used for 90 days are named, the default one left out', async () => {
    const owner = await anOwner();
    const [old, busy, standard] = [
      await aKeyOf(owner, { name: 'Old', at: start }),
      await aKeyOf(owner, { name: 'Busy', at: start }),
      await aKeyOf(owner, { name: 'Standard', at: start }),
    ];
    await used(busy.sid, day(85));
    await db().accessKey.update({ where: { sid: standard.sid }, data: { isDefault: true } });
    await remindOwners(day(89));
    expect(await eventsOf(owner)).toEqual([]);
    const digests = async () => (await toldOf(owner)).filter(({ event }) => event === 'unused_digest');
    await Promise.all([remindOwners(day(91)), remindOwners(day(91)), remindOwners(day(92))]);
    expect(await digests()).toMatchObject([{ names: ['Old'], count: 90 }]);
    await remindOwners(new Date('2027-05-02T00:00:00Z'));
    expect(await digests()).toHaveLength(2);
    await used(old.sid, new Date('2027-05-03T00:00:00Z'));
    await used(busy.sid, new Date('2027-05-03T00:00:00Z'));
    await remindOwners(new Date('2027-06-02T00:00:00Z'));
    expect(await digests()).toHaveLength(2);
  });

  test('a key’s end is told two weeks and three days ahead, and once it is there', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { at: start, expiresAt: day(60) });
    for (const days of [45, 46, 47, 56, 57, 58, 60, 61]) await remindOwners(day(days));
    const told = await toldOf(owner);
    expect(told.map(({ event, at }) => [event, at])).toEqual([
      ['expiring', day(46).toISOString()],
      ['expiring', day(57).toISOString()],
      ['expired', day(60).toISOString()],
    ]);
    expect(told[0]).toMatchObject({ key: { sid: key.sid }, until: day(60).toISOString() });
  });

  test('a key that is disabled, and one whose end is long past, is told nothing of', async () => {
    const owner = await anOwner();
    const [one] = [await aKeyOf(owner, { at: start, expiresAt: day(60) })];
    await disableKey({ ...owner, sid: one.sid, at: day(1) });
    await aKeyOf(owner, { at: start, expiresAt: day(20) });
    await remindOwners(day(58));
    expect(await eventsOf(owner)).toEqual(['disabled']);
  });

  test('3.11 a used value older than the store’s reminder age is told of once', async () => {
    const owner = await anOwner();
    const [key, unused] = [await aKeyOf(owner, { at: start }), await aKeyOf(owner, { at: start, isActive: false })];
    await used(key.sid, day(80));
    await remindOwners(day(89));
    await remindOwners(day(90));
    await remindOwners(day(95));
    const told = (await toldOf(owner)).filter(({ event }) => event === 'rotation_due');
    expect(told).toMatchObject([{ key: { sid: key.sid }, count: 90 }]);
    expect(told.map((facts) => facts.key?.sid)).not.toContain(unused.sid);
  });
});
