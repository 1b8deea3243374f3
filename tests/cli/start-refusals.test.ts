import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleStart, type StartBundle } from '../support/start-process';

// The real process, from its environment to its exit code. A refusal comes before anything is made or built.
let bundle: StartBundle;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  bundle = await bundleStart('refusals', `throw new Error('reached the build')`);
});

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'refusals-'));
  dataDir = path.join(folder, 'data');
});

afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => bundle.remove());

const refusals: [string, Record<string, string>, RegExp][] = [
  [
    'half of Stripe',
    { STRIPE_SECRET_KEY: 'sk_test_abc' },
    /STRIPE_WEBHOOK_SECRET +is missing although STRIPE_SECRET_KEY/,
  ],
  [
    'half of the mail server',
    { SMTP_URL: 'smtp://mail.example.com' },
    /MAIL_FROM +is missing although SMTP_URL is set/,
  ],
  [
    'demo payments beside a real key',
    { PAYMENTS: 'demo', STRIPE_SECRET_KEY: 'sk_live_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' },
    /PAYMENTS +is demo although a Stripe key is set/,
  ],
  ['demo payments on a public address', publicly({}), /PAYMENTS +would be demo on a public address/],
  ['production without a database', publicly({}), /DATABASE_URL +is missing; a store on a public address/],
  ['production without a keyring', publicly({}), /KEYRING_FILE +is missing; a store on a public address/],
  [
    'a fixed login on a public address',
    publicly({ DEMO_FIXED_LOGIN: '1' }),
    /DEMO_FIXED_LOGIN +is only for a loopback/,
  ],
  ['a port that is no number', { PORT: 'eighty' }, /PORT +\S/],
  ['a keyring that is none', { KEYRING: 'your keyring here' }, /^The keyring of KEYRING is not JSON\.$/m],
  [
    'a keyring of another shape',
    { KEYRING: '{"root":"short"}' },
    /^The keyring of KEYRING does not hold what a keyring does \(wrapping: .+; peppers: .+; root: must be 64 hexadecimal digits\)\.$/m,
  ],
  [
    'a keyring file that is not there',
    { KEYRING_FILE: '/nowhere/keyring.json' },
    /^There is no keyring at \/nowhere\/keyring\.json\.$/m,
  ],
];

test.each(refusals)('%s is refused with exit code 1, and nothing is made', async (_name, variables, sentence) => {
  const { code, output } = await start(variables);
  expect(output).toMatch(sentence);
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
  expect(existsSync(dataDir)).toBe(false);
});

test('a secret that is set wrongly is not repeated in the refusal', async () => {
  const { output } = await start({ STRIPE_SECRET_KEY: 'sk_live_verysecret123' });
  expect(output).not.toContain('verysecret');
});

test('a database that says no is refused with one sentence', async () => {
  const url = new URL(process.env.TEST_ADMIN_URL ?? '');
  url.password = 'wrong-password';
  const { code, output } = await start({ DATABASE_URL: url.href });
  expect(output).toMatch(
    /The database of DATABASE_URL at 127\.0\.0\.1:\d+ cannot be used: password authentication failed/,
  );
  expect(output).not.toContain('wrong-password');
  expect(code).toBe(1);
});

test.each([
  ['a keyring that is none', { KEYRING: 'your keyring here' }, 'The keyring of KEYRING is not JSON.'],
  [
    'a keyring file that is not there',
    { KEYRING_FILE: '/nowhere/keyring.json' },
    'There is no keyring at /nowhere/keyring.json.',
  ],
  ['a folder for a keyring file', { KEYRING_FILE: '/tmp' }, 'The keyring file /tmp cannot be read (EISDIR).'],
])('%s is refused before the owner’s database is spoken to', async (_name, variables, sentence) => {
  // A database that would say no: had it been asked, its own refusal would be the one sentence.
  const url = new URL(process.env.TEST_ADMIN_URL ?? '');
  url.password = 'wrong-password';
  const live = { STRIPE_SECRET_KEY: 'sk_live_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' };
  const { code, output } = await start(publicly({ ...live, DATABASE_URL: url.href, ...variables }));
  expect(output.trim()).toBe(sentence);
  expect(code).toBe(1);
});

function publicly(variables: Record<string, string>): Record<string, string> {
  return { PUBLIC_URL: 'https://store.example.com', ...variables };
}

async function start(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return (await bundle.start({ DATA_DIR: dataDir, ...variables })).ended;
}
