import { expect, test } from 'vitest';
import { actionText } from '@/app/account/_history/action-text';
import { fieldText, toldRows } from '@/app/account/_history/told-rows';
import { db, inTransaction } from '@/lib/db/client';
import { takeBackAccount } from '@/lib/orders/take-back-account';
import { useDatabase } from '../../support/database';
import { aCustomer, bySystem } from '../../support/factories';

useDatabase();

test('a new buyer’s first way in does not sound like somebody else’s', () => {
  expect(actionText('customer.claim')).toBe('Account opened from the thank-you page');
});

test('everything that taking an account back tells its owner is told in words', async () => {
  const { id: customerId } = await aCustomer({ passwordHash: '$argon2id$waiting' });
  await inTransaction((tx) => takeBackAccount(tx, { customerId, actor: bySystem }, new Date()));
  const { after } = await db().auditEntry.findFirstOrThrow({
    where: { objectId: customerId, action: 'customer.take_back' },
  });
  const fields = toldRows({ before: undefined, after }).map(({ field }) => field);
  expect(fields.length).toBeGreaterThan(0);
  for (const field of fields) expect(fieldText(field)).not.toBe(field);
  expect(actionText('customer.take_back')).not.toBe('customer.take_back');
});
