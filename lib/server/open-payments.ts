import path from 'node:path';
import type { Env } from '../env';
import { refuseModeChange } from '../orders/remember-payments-mode';
import { type DemoPayments, startDemoPayments } from '../payments/demo/start-demo-payments';
import { setStripeConnection } from '../payments/stripe-client';
import { derivedKey } from '../secrets/keyring';

/**
 * Points the store at Stripe, or starts demo payments and points it there. A database that has seen the other kind of
 * money is refused. Answers the demo payments when they are on.
 */
export async function openPayments(env: Env): Promise<DemoPayments | undefined> {
  const { payments } = env;
  await refuseModeChange(payments.mode);
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
