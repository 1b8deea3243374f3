import { hash } from '@node-rs/argon2';
import { beforeAll, expect, test } from 'vitest';
import { addressBlock } from '@/lib/address-block';
import { disableCustomer } from '@/lib/customers/change-standing';
import { hashPassword } from '@/lib/customers/password';
import { signIn } from '@/lib/customers/sign-in';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';

useDatabase();

const password = 'correct horse battery';
const at = new Date('2026-11-21T10:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

const wrong = { ok: false, reason: 'wrong_email_or_password' };

test('the right password signs in, in whatever case the address is typed', async () => {
  const { id, email } = await aCustomer({ passwordHash });
  expect(await signIn({ email: email.toUpperCase(), password, address: '192.0.2.1', at })).toEqual({
    ok: true,
    entry: { customerId: id, epoch: 0 },
    needsFactor: false,
  });
});

test('unknown address, wrong password, no password and a disabled account get one answer', async () => {
  const known = await aCustomer({ passwordHash });
  const without = await aCustomer();
  const disabled = await aCustomer({ passwordHash });
  await disableCustomer({ customerId: disabled.id, actor: bySystem, at });
  const address = '192.0.2.2';
  expect(await signIn({ email: 'nobody@example.test', password, address, at })).toEqual(wrong);
  expect(await signIn({ email: known.email, password: 'something else', address, at })).toEqual(wrong);
  expect(await signIn({ email: without.email, password, address, at })).toEqual(wrong);
  expect(await signIn({ email: disabled.email, password, address, at })).toEqual(wrong);
  expect(await signIn({ email: '"', password, address, at })).toEqual(wrong);
});

test('after five tries an account is closed to that address for 15 minutes, and open to its owner elsewhere', async () => {
  const { email } = await aCustomer({ passwordHash });
  const guess = { email, password: 'a wrong guess', address: '192.0.2.3' };
  for (let i = 0; i < 5; i++) expect(await signIn({ ...guess, at })).toEqual(wrong);
  expect(await signIn({ ...guess, password, at: later(1) })).toEqual({
    ok: false,
    reason: 'too_many_attempts',
    retryAfterSeconds: 14 * 60,
  });
  expect(await signIn({ email, password, address: '198.51.100.9', at: later(1) })).toMatchObject({ ok: true });
  expect(await signIn({ ...guess, password, at: later(16) })).toMatchObject({ ok: true });
});

test('guessing in parallel gets no more tries', async () => {
  const { email } = await aCustomer({ passwordHash });
  const tries = Array.from({ length: 20 }, (_, i) =>
    signIn({ email, password: `guess number ${i}`, address: '192.0.2.4', at }),
  );
  const results = await Promise.all(tries);
  expect(results.filter((result) => !result.ok && result.reason === 'wrong_email_or_password')).toHaveLength(5);
});

test('one address gets 50 wrong tries an hour over all accounts', async () => {
  await db().attemptWindow.deleteMany();
  const address = '2001:db8:1:2::7';
  const refused: string[] = [];
  for (let i = 0; i < 52; i++) {
    const result = await signIn({ email: `n${i}@example.test`, password: 'x', address, at });
    if (!result.ok) refused.push(result.reason);
  }
  expect(refused.filter((reason) => reason === 'too_many_attempts')).toHaveLength(2);
  const neighbour = await signIn({ email: 'n@example.test', password: 'x', address: '2001:db8:1:2:ffff::1', at });
  expect(neighbour).toMatchObject({ reason: 'too_many_attempts' });
});

test('right passwords do not use up the tries of an address', async () => {
  const { email } = await aCustomer({ passwordHash });
  for (let i = 0; i < 8; i++) {
    expect(await signIn({ email, password, address: '192.0.2.6', at })).toMatchObject({ ok: true });
  }
});

test('a limiter that cannot count lets nobody in', async () => {
  const { email } = await aCustomer({ passwordHash });
  await db().$executeRaw`ALTER TABLE attempt_window RENAME TO attempt_window_away`;
  await expect(signIn({ email, password, address: '192.0.2.7', at })).rejects.toThrow();
  await db().$executeRaw`ALTER TABLE attempt_window_away RENAME TO attempt_window`;
});

test('a weak hash is replaced by a strong one when its password is typed', async () => {
  const weak = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const { id, email } = await aCustomer({ passwordHash: weak });
  await signIn({ email, password, address: '192.0.2.8', at });
  const { passwordHash: now } = await db().customer.findUniqueOrThrow({ where: { id } });
  expect(now).toMatch(/m=19456,t=2,p=1/);
  expect(await signIn({ email, password, address: '192.0.2.8', at })).toMatchObject({ ok: true });
});

test('neither address nor e-mail lies in clear in the limiter', async () => {
  await signIn({ email: 'hidden@example.test', password: 'x', address: '192.0.2.99', at });
  const rows = await db().attemptWindow.findMany();
  expect(JSON.stringify(rows.map((row) => Buffer.from(row.subject).toString('latin1')))).not.toMatch(/hidden|192\.0/);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0000:0000:1::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});
