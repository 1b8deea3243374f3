import { describe, expect, test } from 'vitest';
import { disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { listEveryKey, readAnyKey } from '@/lib/access-keys/list-every-key';
import { type KeySort, listKeys, readKey } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, type Owner } from '../support/developer-keys';

useDatabase();

const DAY_MS = 86_400_000;
const at = new Date('2027-03-15T12:00:00.000Z');
const ago = (days: number) => new Date(at.getTime() - days * DAY_MS);

async function namesOf(owner: Owner, wish: Omit<Parameters<typeof listKeys>[0], 'customerId'>) {
  return (await listKeys({ customerId: owner.customerId, ...wish }, at)).rows.map(({ name }) => name);
}

async function threeKeys() {
  const owner = await anOwner({ hasFactor: true });
  const alpha = await aKeyOf(owner, { name: 'alpha 100%', at: ago(200), note: 'nightly' });
  const beta = await aKeyOf(owner, { name: 'Beta', at: ago(80), kind: 'secret', description: 'For the shop' });
  const gamma = await aKeyOf(owner, { name: 'gamma', at: ago(10), kind: 'pair' });
  await db().accessKey.update({ where: { sid: gamma.sid }, data: { lastUsedAt: ago(1), lastUsedFrom: '192.0.2.9' } });
  const { customerId } = owner;
  const month = { period: '2027-03', customerId };
  await db().accessMonth.create({ data: { ...month, accessKeyId: alpha.id, calls: 7, rejected: 2 } });
  await db().accessMonth.create({ data: { ...month, accessKeyId: gamma.id, calls: 3 } });
  await db().accessDay.createMany({
    data: [
      { accessKeyId: alpha.id, customerId, day: ago(0), operation: 'orders.list', status: 200, calls: 4 },
      { accessKeyId: alpha.id, customerId, day: ago(0), operation: 'orders.list', status: 404, calls: 1 },
      { accessKeyId: alpha.id, customerId, day: ago(29), operation: 'orders.list', status: 200, calls: 2 },
      { accessKeyId: alpha.id, customerId, day: ago(30), operation: 'orders.list', status: 200, calls: 99 },
    ],
  });
  return { owner, alpha, beta, gamma };
}

describe('the list of an owner’s keys', () => {
  test('shows the newest first, with calls of this month and of thirty days', async () => {
    const { owner, alpha } = await threeKeys();
    const { rows, count, callsOfAll } = await listKeys({ customerId: owner.customerId }, at);
    expect(rows.map(({ name }) => name)).toEqual(['gamma', 'Beta', 'alpha 100%']);
    expect([count, callsOfAll]).toEqual([3, 10]);
    const row = rows.find(({ sid }) => sid === alpha.sid);
    expect(row).toMatchObject({ callsThisMonth: 7, rejectedThisMonth: 2, isUnused: true, isRotationDue: true });
    expect([row?.days.length, row?.days[0], row?.days[29]]).toEqual([30, 2, 5]);
    expect(await readKey({ customerId: owner.customerId, sid: alpha.sid }, at)).toEqual(row);
  });

  test('shows nothing of anybody else', async () => {
    const { alpha } = await threeKeys();
    const stranger = await anOwner();
    expect(await namesOf(stranger, {})).toEqual([]);
    expect(await readKey({ customerId: stranger.customerId, sid: alpha.sid }, at)).toBeUndefined();
  });

  test('is narrowed by words anywhere in name, note, description, sid and prefix', async () => {
    const { owner, beta, gamma } = await threeKeys();
    const found = (text: string) => namesOf(owner, { filter: { text } });
    expect(await found('BETA')).toEqual(['Beta']);
    expect(await found('night')).toEqual(['alpha 100%']);
    expect(await found('the shop')).toEqual(['Beta']);
    expect(await found(beta.sid)).toEqual(['Beta']);
    expect(await found(gamma.prefix)).toEqual(['gamma']);
    expect(await found('100%')).toEqual(['alpha 100%']);
    expect(await found('%')).toEqual(['alpha 100%']);
    expect(await found('nothing like it\0')).toEqual([]);
  });

  test('is narrowed by kind, state, disuse and a near end', async () => {
    const { owner, alpha, beta } = await threeKeys();
    expect(await namesOf(owner, { filter: { kind: 'secret' } })).toEqual(['Beta']);
    expect(await namesOf(owner, { filter: { isUnused: true } })).toEqual(['alpha 100%']);
    expect(await namesOf(owner, { filter: { isExpiring: true } })).toEqual(['Beta']);
    await disableKey({ ...owner, sid: beta.sid, at });
    await revokeKey({ ...owner, sid: alpha.sid, at });
    expect(await namesOf(owner, { filter: { state: 'disabled' } })).toEqual(['Beta']);
    expect(await namesOf(owner, { filter: { state: 'revoked' } })).toEqual(['alpha 100%']);
    expect(await namesOf(owner, { filter: { state: 'active' } })).toEqual(['gamma']);
    const later = await listKeys(
      { customerId: owner.customerId, filter: { state: 'expired' } },
      new Date(at.getTime() + 20 * DAY_MS),
    );
    expect(later.rows).toMatchObject([{ name: 'Beta', state: 'expired' }]);
  });

  test.each<[KeySort, string[]]>([
    ['created', ['gamma', 'Beta', 'alpha 100%']],
    ['name', ['alpha 100%', 'Beta', 'gamma']],
    ['last_used', ['gamma']],
    ['expires', ['Beta', 'gamma', 'alpha 100%']],
    ['calls', ['alpha 100%', 'gamma', 'Beta']],
  ])('by %s is in order and comes page by page, back and forth', async (sort, names) => {
    const { owner } = await threeKeys();
    const all = await namesOf(owner, { sort });
    expect(all.slice(0, names.length)).toEqual(names);
    const paged: string[] = [];
    let page = await listKeys({ customerId: owner.customerId, sort, size: 1 }, at);
    for (;;) {
      paged.push(...page.rows.map(({ name }) => name));
      expect(page.count).toBe(3);
      if (page.next === undefined) break;
      page = await listKeys({ customerId: owner.customerId, sort, size: 1, page: { after: page.next } }, at);
    }
    expect(paged).toEqual(all);
    const back = await listKeys({ customerId: owner.customerId, sort, size: 1, page: { before: page.previous } }, at);
    expect(back.rows.map(({ name }) => name)).toEqual([all[1]]);
    const up = await namesOf(owner, { sort, direction: 'asc' });
    expect(await namesOf(owner, { sort, direction: 'desc' })).toEqual(up.toReversed());
  });
});

describe('an admin', () => {
  test('sees every key masked, found by key or by owner', async () => {
    const { owner, alpha } = await threeKeys();
    const { email, number } = owner.customer;
    const names = async (filter: Parameters<typeof listEveryKey>[0]['filter']) =>
      (await listEveryKey({ ...(filter ? { filter } : {}) }, at)).rows.map(({ name }) => name);
    expect(await names({ text: email })).toEqual(['gamma', 'Beta', 'alpha 100%']);
    expect(await names({ customerNumber: number, kind: 'standard' })).toEqual(['alpha 100%']);
    expect(await names({ text: alpha.prefix })).toEqual(['alpha 100%']);
    const key = await readAnyKey(alpha.sid, at);
    expect(key).toMatchObject({ customerEmail: email, customerNumber: number, prefix: alpha.prefix });
    if (alpha.value.kind === 'pair') throw new Error('Not asked for');
    expect(JSON.stringify(key)).not.toContain(alpha.value.key);
  });
});

describe('the allowance', () => {
  test('tells the plan, what is used of it, and the store’s rules', async () => {
    const { owner, beta } = await threeKeys();
    await revokeKey({ ...owner, sid: beta.sid, at });
    expect(await readAllowance(owner.customerId)).toMatchObject({
      plan: { name: 'Unlimited', monthlyCalls: null },
      keys: { used: 1, max: null },
      pairs: { used: 1, max: 1, isInPlan: true },
      hasFactor: true,
      allowedKinds: ['standard', 'secret', 'pair'],
    });
    expect(await readAllowance('00000000-0000-4000-8000-000000000000')).toBeUndefined();
    expect((await readAllowance((await anOwner({ plan: 'Free' })).customerId))?.keys).toEqual({ used: 0, max: 2 });
  });
});
