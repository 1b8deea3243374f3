import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from '@/lib/customers/password';
import { withTurn } from '@/lib/customers/turns';

test('a password is kept as argon2id with 19 MiB, two passes and one lane', async () => {
  expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('only the password itself opens its hash, however its letters are composed', async () => {
  const passwordHash = await hashPassword('grüne Schlüssel');
  expect((await verifyPassword(passwordHash, 'grüne Schlüssel'.normalize('NFD'))).matches).toBe(true);
  expect((await verifyPassword(passwordHash, 'grune Schlussel')).matches).toBe(false);
});

test('a hash with weaker parameters still opens and is known to be outdated', async () => {
  const weak = await hash('correct horse battery', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(await verifyPassword(weak, 'correct horse battery')).toEqual({ matches: true, isOutdated: true });
});

test('without a hash the answer is no, even to the decoy', async () => {
  expect((await verifyPassword(null, 'a password that nobody has')).matches).toBe(false);
});

test.each([
  ['short', 'password_too_short'],
  ['a'.repeat(201), 'password_too_long'],
  ['aaaaaaaaaaaa', 'password_too_common'],
  ['Password123!', 'password_too_common'],
  ['correct horse battery', undefined],
])('%j is judged %s', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem);
});

test('never more than two costly works run at once', async () => {
  let running = 0;
  let most = 0;
  const work = () =>
    withTurn(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
  await Promise.all(Array.from({ length: 20 }, work));
  expect(most).toBe(2);
});
