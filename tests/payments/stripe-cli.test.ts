import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present, type RunningDouble, runDouble, SECRET_KEY, typesOf } from './support';

// npm installs the CLI's program as an optional package for the platform; it is used from there, without install scripts.
const program = findProgram();
const skipped = !program;
if (skipped) console.warn(`SKIPPED: there is no @stripe/cli package for ${process.platform}-${process.arch}`);

let running: RunningDouble;
let home: string;
beforeAll(async () => {
  running = await runDouble();
  home = await mkdtemp(path.join(tmpdir(), 'stripe-cli-'));
});
afterAll(async () => {
  await running.stop();
  await rm(home, { recursive: true, force: true });
});

function findProgram(): string | undefined {
  const name = process.platform === 'win32' ? 'stripe.exe' : 'stripe';
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve(`@stripe/cli-${process.platform}-${process.arch}/package.json`);
    return path.join(path.dirname(manifest), 'bin', name);
  } catch {
    return undefined;
  }
}

async function trigger(event: string) {
  const args = ['trigger', event, '--api-base', running.baseUrl, '--api-key', SECRET_KEY];
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH ?? '', HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: '1' };
  return promisify(execFile)(present(program), args, { env, timeout: 30_000 });
}

test.skipIf(skipped)('Stripe’s own CLI buys from the double, and the double announces it', async () => {
  const { stdout } = await trigger('checkout.session.completed');
  expect(stdout).toContain('Trigger succeeded');
  await running.double.settle();
  expect(typesOf(running.received)).toContain('checkout.session.completed');
  const { data } = await running.stripe.checkout.sessions.list();
  expect(data[0]).toMatchObject({ status: 'complete', payment_status: 'paid', amount_total: 3_000 });
});

test.skipIf(skipped)('Stripe’s own CLI expires a session of the double', async () => {
  const { stdout } = await trigger('checkout.session.expired');
  expect(stdout).toContain('Trigger succeeded');
  await running.double.settle();
  expect(typesOf(running.received)).toContain('checkout.session.expired');
});

test
  .skipIf(skipped)
  .each([
    'customer.subscription.created',
    'customer.subscription.updated',
    'customer.subscription.deleted',
    'customer.subscription.paused',
    'invoice.payment_failed',
    'charge.dispute.created',
    'charge.dispute.closed',
  ])('Stripe’s own CLI triggers %s on the double', { timeout: 30_000 }, async (event) => {
  running.received.length = 0;
  const { stdout } = await trigger(event);
  expect(stdout).toContain('Trigger succeeded');
  await running.double.settle();
  expect(typesOf(running.received)).toContain(event);
});
