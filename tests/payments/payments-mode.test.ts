import { expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { mayOpenIn } from '@/lib/payments/payments-mode';

const real = { STRIPE_SECRET_KEY: 'sk_live_abcdefghijkl', STRIPE_WEBHOOK_SECRET: 'whsec_abcdefghijkl' };
const problemsOf = (source: Record<string, string>) => {
  const result = readEnv(source);
  return result.ok ? [] : result.problems.map(({ variable }) => variable);
};

test('a fresh database takes the mode it is opened in and keeps it', () => {
  expect(mayOpenIn('demo', undefined)).toEqual({ ok: true });
  expect(mayOpenIn('stripe', 'stripe')).toEqual({ ok: true });
  expect(mayOpenIn('stripe', 'demo')).toEqual({ ok: false, reason: 'database_has_demo_payments' });
  expect(mayOpenIn('demo', 'stripe')).toEqual({ ok: false, reason: 'database_has_real_payments' });
});

test('without any variable the store opens with demo payments', () => {
  const result = readEnv({});
  expect(result.ok && result.env.payments).toEqual({ mode: 'demo' });
});

test('demo payments beside a Stripe key of any kind refuse to start', () => {
  expect(problemsOf({ ...real, PAYMENTS: 'demo' })).toContain('PAYMENTS');
  expect(problemsOf({ PAYMENTS: 'demo', STRIPE_SECRET_KEY: real.STRIPE_SECRET_KEY })).not.toEqual([]);
  expect(problemsOf({ PAYMENTS: 'demo', STRIPE_WEBHOOK_SECRET: real.STRIPE_WEBHOOK_SECRET })).not.toEqual([]);
  expect(problemsOf({ ...real, STRIPE_SECRET_KEY: 'sk_test_abcdefghijkl', PAYMENTS: 'demo' })).toContain('PAYMENTS');
});

test('half of Stripe’s two variables refuses to start', () => {
  expect(problemsOf({ STRIPE_SECRET_KEY: real.STRIPE_SECRET_KEY })).not.toEqual([]);
  expect(problemsOf({ STRIPE_WEBHOOK_SECRET: real.STRIPE_WEBHOOK_SECRET })).not.toEqual([]);
  expect(problemsOf({ PAYMENTS: 'stripe' })).not.toEqual([]);
});

test('demo payments on a public address need a second, explicit variable', () => {
  const shop = { PUBLIC_URL: 'https://store.example.com', DATABASE_URL: 'postgresql://a:b@db/c', KEYRING: '{}' };
  expect(problemsOf(shop)).toContain('PAYMENTS');
  expect(problemsOf({ ...shop, PAYMENTS: 'demo' })).toContain('PAYMENTS');
  expect(problemsOf({ ...shop, DEMO_PAYMENTS_ON_PUBLIC_URL: '1' })).not.toContain('PAYMENTS');
  expect(problemsOf({ ...shop, ...real })).not.toContain('PAYMENTS');
  expect(problemsOf({ PUBLIC_URL: 'http://localhost:8080' })).toEqual([]);
});

test('a spelling mistake in PAYMENTS is a fault, never a fallback', () => {
  expect(problemsOf({ PAYMENTS: 'Demo' })).toContain('PAYMENTS');
  expect(problemsOf({ PAYMENTS: 'none' })).toContain('PAYMENTS');
});
