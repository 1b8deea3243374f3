import { describe, expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { removeKey } from '@/lib/access-keys/remove-key';
import { now } from '@/lib/clock';
import { createCustomer } from '@/lib/customers/create-customer';
import { db, inTransaction, pool } from '@/lib/db/client';
import { keyNoticeMail } from '@/lib/email/key-notice-mail';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, auditOf, noticesTo, type Owner, shown } from '../support/developer-keys';
import { bySystem } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const days = (from: Date, count: number) => new Date(from.getTime() + count * DAY_MS);
const wish = (owner: Owner, more: Partial<Parameters<typeof createKey>[0]> = {}) =>
  ({ kind: 'standard', name: 'CI', customerId: owner.customerId, actor: owner.actor, ...more }) as const;

describe('keys of one owner', () => {
  test('1.05, 1.06, 3.14 a second key is made by one wish, works, and is another one', async () => {
    const owner = await anOwner();
    const [one, two] = [await aKeyOf(owner, { name: 'Backup' }), await aKeyOf(owner, { name: 'Export' })];
    expect(one.value).not.toEqual(two.value);
    expect([await shown(one.value), await shown(two.value)]).toEqual([200, 200]);
  });

  test('1.07, 1.08 the free plan has room for two keys, the default one included', async () => {
    const { id } = await inTransaction(async (tx) => {
      const made = await createCustomer(tx, { email: 'free@example.test', actor: bySystem });
      if (!made.ok) throw new Error(made.reason);
      return made.customer;
    });
    const actor = { kind: 'customer', id } as const;
    const of = { customerId: id, kind: 'secret', actor } as const;
    expect(await createKey({ ...of, name: 'Second' })).toMatchObject({ ok: true });
    expect(await createKey({ ...of, name: 'Third' })).toEqual({ ok: false, reason: 'key_limit_reached', max: 2 });
    expect((await readAllowance(id))?.keys).toEqual({ used: 2, max: 2 });
  });

  test('1.07 ten wishes at the same moment do not pass the maximum', async () => {
    const owner = await anOwner({ plan: 'Free' });
    const made = await Promise.all(Array.from({ length: 10 }, (_, i) => createKey(wish(owner, { name: `K${i}` }))));
    expect(made.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await db().accessKey.count({ where: { customerId: owner.customerId } })).toBe(2);
  });

  test('3.27, 3.28 a plain customer makes keys, and the owner is who acts, whatever else the wish says', async () => {
    const [owner, stranger] = [await anOwner({ role: 'customer' }), await anOwner()];
    const key = await aKeyOf(owner);
    expect(await db().accessKey.findUnique({ where: { sid: key.sid } })).toMatchObject({
      customerId: owner.customerId,
    });
    const { customerId, actor } = stranger;
    expect(await removeKey({ customerId, sid: key.sid, actor })).toEqual({ ok: false, reason: 'key_not_found' });
    expect(await shown(key.value)).toBe(200);
  });

  test('more than twenty new keys an hour are refused', async () => {
    const owner = await anOwner();
    const at = now();
    for (let i = 0; i < 20; i++) await aKeyOf(owner, { name: `Key ${i}`, at });
    expect(await createKey(wish(owner, { at }))).toMatchObject({ ok: false, reason: 'too_many_attempts' });
    expect(await createKey(wish(owner, { at: new Date(at.getTime() + 3_600_001) }))).toMatchObject({ ok: true });
  });
});

describe('a new key', () => {
  test('2.16 needs a name of 1 to 64 characters; the same name again is said, not refused', async () => {
    const owner = await anOwner();
    const missing = { ok: false, reason: 'fields_invalid', faults: [{ field: 'name', problem: 'missing' }] };
    expect(await createKey(wish(owner, { name: '  ' }))).toEqual(missing);
    const long = await createKey(wish(owner, { name: 'x'.repeat(65) }));
    expect(long).toMatchObject({ faults: [{ field: 'name', problem: 'too_long' }] });
    expect(await createKey(wish(owner, { name: '😀'.repeat(64) }))).toMatchObject({ ok: true, hasSameName: false });
    expect(await createKey(wish(owner, { name: 'Nightly' }))).toMatchObject({ ok: true, hasSameName: false });
    expect(await createKey(wish(owner, { name: 'nightly' }))).toMatchObject({ ok: true, hasSameName: true });
  });

  test('2.17, 3.26, 3.31 a standard key has no end unless told, a secret one ends in 90 days, and none may be none', async () => {
    const owner = await anOwner();
    const at = now();
    expect((await aKeyOf(owner, { at })).expiresAt).toBeNull();
    expect((await aKeyOf(owner, { at, kind: 'secret' })).expiresAt).toEqual(days(at, 90));
    expect((await aKeyOf(owner, { at, kind: 'secret', expiresAt: null })).expiresAt).toBeNull();
    expect((await aKeyOf(owner, { at, expiresAt: days(at, 30) })).expiresAt).toEqual(days(at, 30));
    const past = await createKey(wish(owner, { at, expiresAt: at }));
    expect(past).toMatchObject({ faults: [{ field: 'expiresAt', problem: 'not_in_future' }] });
  });

  test('3.31 a policy for lifetimes cuts what is usual and refuses what is wished', async () => {
    await saveStoreSettings({ keyMaxLifetimeDays: 60 }, bySystem);
    const owner = await anOwner();
    const at = now();
    expect((await aKeyOf(owner, { at })).expiresAt).toEqual(days(at, 60));
    expect((await aKeyOf(owner, { at, kind: 'secret' })).expiresAt).toEqual(days(at, 60));
    const tooLong = { ok: false, reason: 'lifetime_too_long', maxDays: 60 };
    expect(await createKey(wish(owner, { at, expiresAt: null }))).toEqual(tooLong);
    expect(await createKey(wish(owner, { at, expiresAt: days(at, 61) }))).toEqual(tooLong);
    await saveStoreSettings({ keyMaxLifetimeDays: 0 }, bySystem);
  });

  test('3.23 has a description of up to 500 characters apart from its note', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { note: ' For Anna ', description: `${'d'.repeat(490)}\r\nline two` });
    expect(key).toMatchObject({ note: 'For Anna', description: `${'d'.repeat(490)}\nline two` });
    const long = await createKey(wish(owner, { description: 'd'.repeat(501) }));
    expect(long).toMatchObject({ faults: [{ field: 'description', problem: 'too_long' }] });
    expect((await aKeyOf(owner, { note: '', description: '' })).note).toBeNull();
  });

  test('3.21, 3.22, 3.24, 3.25 has a public sid, its name, a prefix that fits its value, and who made it when', async () => {
    const owner = await anOwner();
    const at = now();
    const key = await aKeyOf(owner, { name: 'Reports', at });
    if (key.value.kind === 'pair') throw new Error('Not asked for');
    expect(key).toMatchObject({ name: 'Reports', createdAt: at, createdBy: 'you', prefix: key.value.key.slice(0, 10) });
    expect(key.sid).toMatch(/^key_[0-9A-Za-z]{22}$/);
    expect((await auditOf(key.sid)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['access_key.create', owner.customerId],
    ]);
  });

  test('1.04 its mail says to keep it private and carries no value', async () => {
    const owner = await anOwner();
    const key = await aKeyOf(owner, { kind: 'secret' });
    const [mail] = await noticesTo(owner.customer.email);
    if (!mail || key.value.kind === 'pair') throw new Error('No mail');
    expect(mail.facts).toMatchObject({ event: 'created', key: { sid: key.sid, hint: key.prefix } });
    expect(JSON.stringify(mail)).not.toContain(key.value.key);
    const { at, until: _none, ...facts } = mail.facts;
    const content = keyNoticeMail({ ...facts, at: new Date(at), keysUrl: 'https://store.example/account/api-keys' });
    expect(JSON.stringify(content.blocks)).toContain('share them only with people you trust');
  });

  test('a kind that the store does not allow is refused', async () => {
    await saveStoreSettings({ developerKeyKinds: ['secret'] }, bySystem);
    expect(await createKey(wish(await anOwner()))).toEqual({ ok: false, reason: 'kind_not_allowed' });
    await saveStoreSettings({ developerKeyKinds: ['standard', 'secret', 'pair'] }, bySystem);
  });

  test('a value of ours in a name or a note is refused', async () => {
    const owner = await anOwner();
    const { value } = await aKeyOf(owner);
    if (value.kind === 'pair') throw new Error('Not asked for');
    const refused = await createKey(wish(owner, { name: 'x', note: `old: ${value.key}` }));
    expect(refused).toMatchObject({ faults: [{ field: 'note', problem: 'looks_like_a_key' }] });
  });

  test('3.10 nothing in the database opens it: standard keys are sealed, the others kept as a digest', async () => {
    const owner = await anOwner({ hasFactor: true });
    const kinds = ['standard', 'secret', 'pair'] as const;
    const keys = [];
    for (const kind of kinds) keys.push(await aKeyOf(owner, { kind }));
    const texts = keys.map(({ value }) => (value.kind === 'pair' ? value.accessSecret : value.key));
    const dump = await everyRowAsText();
    for (const text of texts) {
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(Buffer.from(text).toString('hex'));
      expect(dump).toContain(lookupDigest(text).toString('hex'));
    }
    const sealed = await db().accessSecret.findMany({
      where: { key: { customerId: owner.customerId } },
      include: { key: true },
    });
    expect(new Map(sealed.map((row) => [row.key.kind, row.sealed !== null]))).toEqual(
      new Map([
        ['standard', true],
        ['secret', false],
        ['pair', false],
      ]),
    );
  });
});

async function everyRowAsText(): Promise<string> {
  const { rows: tables } = await pool().query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool().query<{ line: string }>(`SELECT t::text AS line FROM "${name}" t`);
    texts.push(...rows.map(({ line }) => line));
  }
  return texts.join('\n');
}
