import path from 'node:path';
import { z } from 'zod';
import type { Env } from '../env';
import { StartRefused, unreachable } from '../errors';
import { type DemoPayments, startDemoPayments } from '../payments/demo/start-demo-payments';
import { mayOpenIn } from '../payments/payments-mode';
import { setStripeConnection } from '../payments/stripe-client';
import { derivedKey } from '../secrets/keyring';
import { readState, rememberOnce } from './store-state';

const STATE = 'payments_mode';
const stateSchema = z.enum(['demo', 'stripe']).optional();

/**
 * Points the store at Stripe, or starts demo payments and points it there. A database that has seen the other kind of
 * money is refused. Answers the demo payments when they are on.
 */
export async function openPayments(env: Env): Promise<DemoPayments | undefined> {
  const { payments } = env;
  const allowed = mayOpenIn(payments.mode, stateSchema.parse(await readState(STATE)));
  if (!allowed.ok) throw new StartRefused(sentenceFor(allowed.reason));
  await rememberOnce(STATE, payments.mode);
  if (payments.mode === 'stripe') {
    setStripeConnection({ secretKey: payments.secretKey, webhookSecret: payments.webhookSecret });
    return undefined;
  }
  const demo = await startDemoPayments({
    file: path.join(env.dataDir, 'demo-payments.json'),
    publicUrl: env.publicUrl,
    webhookUrl: `http://127.0.0.1:${env.port}/api/stripe/webhook`,
    secret: derivedKey('demo-payments'),
  });
  setStripeConnection(demo.connection);
  return demo;
}

function sentenceFor(reason: 'database_has_demo_payments' | 'database_has_real_payments'): string {
  switch (reason) {
    case 'database_has_demo_payments':
      return 'This database has seen demo payments and does not open with a Stripe key. Go live on an empty database.';
    case 'database_has_real_payments':
      return 'This database has seen real payments and does not open with demo payments. Set Stripe’s two variables.';
    default:
      return unreachable(reason);
  }
}
