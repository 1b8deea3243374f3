import { redirect } from 'next/navigation';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { orNotChecked } from '@/app/_people/or-not-checked';
import { nextAuthOptions } from '@/lib/auth/next-auth-options';
import { registerCustomer } from '@/lib/customers/request-link';
import { resetPassword } from '@/lib/customers/reset-password';
import { signIn } from '@/lib/customers/sign-in';
import { stepUp } from '@/lib/customers/step-up';
import { closeDb } from '@/lib/db/client';
import { env } from '@/lib/env';
import { setTestEnv, useDatabase } from '../support/database';

useDatabase();

// Nothing listens on the discard port of this machine.
const AWAY = 'postgresql://nobody@127.0.0.1:9/nothing';
let there = '';
beforeAll(async () => {
  there = env().databaseUrl ?? '';
  await closeDb();
  setTestEnv({ DATABASE_URL: AWAY });
});
afterAll(() => setTestEnv({ DATABASE_URL: there }));

const facts = { address: '192.0.2.1', userAgent: 'Test' };
const email = 'buyer@example.test';
const customer = {
  id: crypto.randomUUID(),
  email,
  role: 'customer',
  sessionId: crypto.randomUUID(),
  hasFactor: false,
} as const;

test.each([
  ['signs in', () => signIn({ email, password: 'correct horse battery', ...facts })],
  ['registers', () => registerCustomer({ email, name: 'Ada', ...facts })],
  ['chooses a password', () => resetPassword({ token: 'a'.repeat(43), password: 'correct horse battery', ...facts })],
  ['steps up', () => stepUp({ customer, answer: { kind: 'password', password: 'wrong' }, ...facts })],
])('who %s while tries cannot be counted is let in by nothing, and told so at the form', async (_, check) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const letIn = vi.fn(() => ({ notice: 'In' }));
  const answer = await orNotChecked(async () => check().then(letIn), { email });
  expect(answer).toEqual({
    errors: [{ message: 'We could not check that right now. Nothing was changed; try again in a minute.' }],
    values: { email },
  });
  expect(letIn).not.toHaveBeenCalled();
  expect(said).toHaveBeenCalledWith('people.check.failed', expect.any(Error));
});

test('where something may have been saved all the same, the form does not say that nothing was', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const answer = await orNotChecked(() => Promise.reject(new Error('no answer to COMMIT')), {}, { saves: true });
  expect(answer.errors?.[0]?.message).toMatch(/if the link is over by then, it was done after all/);
});

test('going on to another page is no failure', async () => {
  await expect(orNotChecked(async () => redirect('/account'))).rejects.toThrow('NEXT_REDIRECT');
});

test('a session that cannot be read is told from one that has ended, so that nobody is signed out by it', async () => {
  const faults: unknown[] = [];
  const { jwt } = nextAuthOptions((error) => faults.push(error)).callbacks ?? {};
  // next-auth gives more than this store's callback reads.
  const read = (sid: unknown) => jwt?.({ token: { sid } } as unknown as Parameters<NonNullable<typeof jwt>>[0]);
  await expect(read('no session')).rejects.toThrow('The session has ended');
  expect(faults).toEqual([]);
  await expect(read(crypto.randomUUID())).rejects.toThrow();
  expect(faults).toHaveLength(1);
});
