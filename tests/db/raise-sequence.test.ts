import { expect, test } from 'vitest';
import { inTransaction, pool, type Tx } from '@/lib/db/client';
import { raiseSequence, raiseSequencesLast } from '@/lib/db/raise-sequence';
import { useDatabase } from '../support/database';

useDatabase();

const raise = (tx: Tx, used: number) => raiseSequence(tx, 'order_number', used);

async function lastValue(): Promise<number> {
  const { rows } = await pool().query<{ last_value: string }>('SELECT last_value FROM order_number');
  return Number(rows[0]?.last_value);
}

test('a sequence goes to the highest number of the work, and never down', async () => {
  await inTransaction((tx) =>
    raiseSequencesLast(tx, async () => {
      await raise(tx, 5_000);
      await raise(tx, 7_000);
      await raise(tx, 6_000);
    }),
  );
  expect(await lastValue()).toBe(7_000);
  await inTransaction((tx) => raise(tx, 6_500));
  expect(await lastValue()).toBe(7_000);
});

test('work that fails leaves every sequence where it was, which ROLLBACK alone would not', async () => {
  const before = await lastValue();
  const failing = inTransaction((tx) =>
    raiseSequencesLast(tx, async () => {
      await raise(tx, 2_000_000_000);
      throw new Error('refused');
    }),
  );
  await expect(failing).rejects.toThrow('refused');
  expect(await lastValue()).toBe(before);
});
