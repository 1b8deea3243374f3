import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { StartRefused } from '@/lib/errors';
import { refuseModeChange } from '@/lib/orders/remember-payments-mode';
import { useDatabase } from '../support/database';

useDatabase();

const forget = () => db().storeState.deleteMany({ where: { key: 'payments_mode' } });

test('a database that has seen demo payments does not open with real ones, and the reverse', async () => {
  await refuseModeChange('demo');
  await refuseModeChange('demo');
  await expect(refuseModeChange('stripe')).rejects.toBeInstanceOf(StartRefused);
  await expect(refuseModeChange('stripe')).rejects.toThrow(/demo payments .* empty database/);
  await forget();
  await refuseModeChange('stripe');
  await expect(refuseModeChange('demo')).rejects.toThrow(/real payments/);
});

test('two processes that open a fresh database in different modes do not both succeed', async () => {
  await forget();
  const results = await Promise.allSettled([refuseModeChange('demo'), refuseModeChange('stripe')]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
