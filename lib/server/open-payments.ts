import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Env } from '../env';
import { refuseModeChange } from '../orders/remember-payments-mode';
import { type DemoPayments, startDemoPayments } from '../payments/demo/start-demo-payments';
import { setStripeConnection } from '../payments/stripe-client';
import { derivedKey } from '../secrets/keyring';
import { ownAddress } from './own-address';
import { giveToFolderOwner, readPrivateJson } from './private-files';

const REMEDY = 'It holds the play money of demo payments: put it back from a copy, or move it away to begin anew.';

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
  const file = path.join(env.dataDir, 'demo-payments.json');
  // A file that cannot be read is refused in one sentence before it is opened.
  readPrivateJson(file, REMEDY);
  const demo = await startDemoPayments({
    file,
    publicUrl: env.publicUrl,
    webhookUrl: `${ownAddress(env)}/api/stripe/webhook`,
    secret: derivedKey('demo-payments'),
  });
  setStripeConnection(demo.connection);
  return {
    ...demo,
    stop: async () => {
      await demo.stop();
      if (existsSync(file)) giveToFolderOwner(file);
    },
  };
}
