import { expect, test } from 'vitest';
import { lookAtConsistency } from '@/lib/cli/doctor-consistency';
import { pool } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();

const numbers = async () => (await lookAtConsistency()).find(({ name }) => name === 'Numbers');
const setTo = (number: number) => pool().query(`SELECT setval('order_number', $1)`, [number]);

test('a sequence of numbers near its end is named before the sales stop; as high as an import may go is fine', async () => {
  await aResource();
  await setTo(2_000_000_000);
  expect(await numbers()).toMatchObject({ isWell: true });
  await setTo(2_147_483_647);
  expect(await numbers()).toMatchObject({
    isWell: false,
    text: expect.stringContaining('order_number is at 2147483647 of 2147483647'),
  });
});
