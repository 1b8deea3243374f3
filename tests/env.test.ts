import { describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { offLine } from '@/lib/server/announce';

const production = {
  PUBLIC_URL: 'https://store.example.com',
  DATABASE_URL: 'postgresql://store:secret@127.0.0.1/store',
  KEYRING_FILE: '/etc/latchkey/keyring.json',
  STRIPE_SECRET_KEY: 'sk_live_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_abc',
};

const faults = (variables: Record<string, string | undefined>) => {
  const result = readEnv(variables);
  return result.ok ? [] : result.problems.map((problem) => problem.variable);
};

const told = (variables: Record<string, string | undefined>) => {
  const result = readEnv(variables);
  return result.ok ? [] : result.problems.map(({ variable, problem }) => `${variable} ${problem}`);
};

test('nothing set is a demo store on this machine', () => {
  expect(readEnv({})).toMatchObject({
    ok: true,
    env: {
      port: 8080,
      publicUrl: 'http://localhost:8080',
      isProduction: false,
      payments: { mode: 'demo' },
      demoData: true,
    },
  });
});

test('a full production environment is accepted, without demo data', () => {
  expect(readEnv(production)).toMatchObject({
    ok: true,
    env: { isProduction: true, payments: { mode: 'stripe', secretKey: 'sk_live_abc' }, demoData: false },
  });
});

test('a public address on this machine is not production', () => {
  for (const PUBLIC_URL of ['http://localhost:9000', 'http://127.0.0.1', 'http://[::1]:80', 'http://store.localhost']) {
    expect(readEnv({ PUBLIC_URL })).toMatchObject({ ok: true, env: { isProduction: false } });
  }
});

describe('every fault is reported, together', () => {
  test.each([
    ['a port that is none', { PORT: '99999' }, ['PORT']],
    ['half of SMTP', { SMTP_URL: 'smtp://127.0.0.1' }, ['MAIL_FROM']],
    ['half of Stripe', { STRIPE_WEBHOOK_SECRET: 'whsec_abc' }, ['STRIPE_SECRET_KEY']],
    ['half of the admin', { ADMIN_EMAIL: 'owner@example.com' }, ['ADMIN_PASSWORD']],
    ['Stripe without its key', { PAYMENTS: 'stripe' }, ['STRIPE_SECRET_KEY']],
    [
      'demo payments beside a real key',
      { PAYMENTS: 'demo', STRIPE_SECRET_KEY: 'sk_test_a', STRIPE_WEBHOOK_SECRET: 'whsec_a' },
      ['PAYMENTS'],
    ],
    ['a keyring twice', { KEYRING: '{}', KEYRING_FILE: 'x' }, ['KEYRING']],
    ['two things at once', { PORT: 'http', LOG_LEVEL: 'loud' }, ['PORT', 'LOG_LEVEL']],
  ])('%s', (_name, variables, expected) => {
    expect(faults(variables)).toEqual(expected);
  });

  test.each([
    ['DATABASE_URL', { DATABASE_URL: undefined }],
    ['KEYRING_FILE', { KEYRING_FILE: undefined }],
    ['DEMO_FIXED_LOGIN', { DEMO_FIXED_LOGIN: '1' }],
    ['PAYMENTS', { STRIPE_SECRET_KEY: undefined, STRIPE_WEBHOOK_SECRET: undefined }],
  ])('production refuses a wrong %s', (variable, change) => {
    expect(faults({ ...production, ...change })).toEqual([variable]);
  });
});

test.each([
  ['PORT', 'http', 'must be a whole number from 1 to 65535'],
  ['PORT', '80.5', 'must be a whole number from 1 to 65535'],
  ['PORT', '0', 'must be a whole number from 1 to 65535'],
  ['PUBLIC_URL', 'store.example.com', 'must be an address that begins with https:// or http://'],
  ['PUBLIC_URL', 'ftp://store.example.com', 'must be an address that begins with https:// or http://'],
  ['DATABASE_URL', 'mysql://store:secret@127.0.0.1/store', 'must be an address that begins with postgresql://'],
  ['PAYMENTS', 'none', 'must be demo or stripe'],
  ['DEMO_PAYMENTS_ON_PUBLIC_URL', 'yes', 'must be 0 or 1'],
  ['STRIPE_SECRET_KEY', 'abc', 'must be a secret key of Stripe: sk_live_…, sk_test_…, rk_live_… or rk_test_…'],
  ['STRIPE_WEBHOOK_SECRET', 'abc', 'must be a webhook secret of Stripe: whsec_…'],
  ['SMTP_URL', 'mail.example.com', 'must be an address that begins with smtps:// or smtp://'],
  ['MAIL_FROM', 'me', 'must be an e-mail address, with or without a name before it'],
  ['DEMO', 'yes', 'must be 0 or 1'],
  ['DEMO_FIXED_LOGIN', 'true', 'must be 0 or 1'],
  ['ADMIN_EMAIL', 'owner', 'must be an e-mail address'],
  ['ADMIN_PASSWORD', 'short', 'must have at least 10 characters'],
  ['TRUSTED_PROXIES', 'nonsense', 'must list IP addresses with commas between; names and networks are not understood'],
  ['X_ACCEL_PREFIX', 'internal', 'must be a path of letters, digits, - and _ that begins and ends with a slash'],
  ['SECRET_SCANNING_URL', 'github', 'must be an address that begins with https:// or http://'],
  ['DROPBOX_URL', 'dropbox', 'must be an address that begins with https:// or http://'],
  ['LOG_LEVEL', 'loud', 'must be debug, info, warn or error'],
])('a faulty %s (%s) is told once, in the store’s own words', (variable, value, words) => {
  expect(told({ [variable]: value })).toEqual([`${variable} ${words}`]);
});

test('only addresses are taken as trusted proxies, because the callers are compared with them one by one', () => {
  expect(readEnv({ TRUSTED_PROXIES: ' 10.0.0.1,2001:db8::1, ' })).toMatchObject({
    ok: true,
    env: { trustedProxies: ['10.0.0.1', '2001:db8::1'] },
  });
  for (const TRUSTED_PROXIES of ['10.0.0.0/8', '10.0.0.1, proxy', '10.0.0.1 10.0.0.2', '10.0.0.1:80', 'loopback']) {
    expect(faults({ TRUSTED_PROXIES })).toEqual(['TRUSTED_PROXIES']);
  }
});

test('a public address with more than the address is refused in plain words', () => {
  const more = ['/shop', '/?a=b', '?', '#top', '//', '\\shop'].map((end) => `https://store.example.com${end}`);
  for (const PUBLIC_URL of [...more, 'https://owner@store.example.com', 'https://owner:word@store.example.com/']) {
    expect(told({ ...production, PUBLIC_URL })).toEqual([
      'PUBLIC_URL holds more than the address; give the address without a path, such as https://shop.example.com',
    ]);
  }
});

test('a public address may end in one slash', () => {
  for (const PUBLIC_URL of ['https://store.example.com/', 'http://localhost:9000/', 'http://[::1]:80/']) {
    expect(readEnv({ ...production, PUBLIC_URL })).toMatchObject({
      ok: true,
      env: { publicUrl: PUBLIC_URL.slice(0, -1) },
    });
  }
});

test('live payments are not taken over plain http, and a test store there says what it lacks', () => {
  const PUBLIC_URL = 'http://store.example.com';
  for (const STRIPE_SECRET_KEY of ['sk_live_a', 'rk_live_a']) {
    expect(faults({ ...production, PUBLIC_URL, STRIPE_SECRET_KEY })).toEqual(['PUBLIC_URL']);
  }
  const off = (variables: Record<string, string>) => {
    const read = readEnv({ ...production, ...variables });
    return read.ok ? offLine(read.env) : '';
  };
  expect(off({ PUBLIC_URL, STRIPE_SECRET_KEY: 'sk_test_a' })).toContain('HTTPS (passwords and keys travel readable');
  expect(off({})).not.toContain('HTTPS');
  expect(off({ PUBLIC_URL: 'http://localhost:8080' })).not.toContain('HTTPS');
});

test('demo payments on a public address need a second, explicit word', () => {
  const { STRIPE_SECRET_KEY: _key, STRIPE_WEBHOOK_SECRET: _secret, ...demo } = production;
  expect(readEnv({ ...demo, DEMO_PAYMENTS_ON_PUBLIC_URL: '1' })).toMatchObject({
    ok: true,
    env: { payments: { mode: 'demo' } },
  });
});

test('an empty variable counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({
    ok: true,
    env: { port: 8080, databaseUrl: undefined },
  });
});
