import { z } from 'zod';
import { inTransaction, type Tx } from '../db/client';
import { StartRefused } from '../errors';
import { mayOpenIn, type PaymentsMode } from '../payments/payments-mode';

const KEY = 'payments_mode';
const remembered = z.enum(['demo', 'stripe']);

const SENTENCES = {
  database_has_demo_payments:
    'This database has been used with demo payments and does not open with a Stripe key; point DATABASE_URL to an empty database to go live.',
  database_has_real_payments:
    'This database belongs to a store with real payments and does not open with demo payments; set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.',
} as const;

/**
 * Start-up calls this before anything is served: a fresh database remembers the mode for good, and one that remembers
 * the other mode refuses (`StartRefused`, one sentence). Two processes starting at once agree.
 */
export async function refuseModeChange(mode: PaymentsMode): Promise<void> {
  const known = await inTransaction((tx) => rememberMode(tx, mode));
  const allowed = mayOpenIn(mode, known);
  if (!allowed.ok) throw new StartRefused(SENTENCES[allowed.reason]);
}

async function rememberMode(tx: Tx, mode: PaymentsMode): Promise<PaymentsMode> {
  await tx.storeState.createMany({ data: [{ key: KEY, value: mode }], skipDuplicates: true });
  const { value } = await tx.storeState.findUniqueOrThrow({ where: { key: KEY } });
  return remembered.parse(value);
}
