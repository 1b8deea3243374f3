import { expect, test } from 'vitest';
import { askHot } from '@/lib/db/ask-hot';
import { hotPool } from '@/lib/db/client';
import { useDatabase } from '../support/database';

useDatabase();

test('answers the value of each row, in order, whatever is in it', async () => {
  const values = [['plain', 'quote " and \\', 'ключ – €', ''], Buffer.from([0, 255])];
  const text = `SELECT json_build_array(t, encode($2::bytea, 'hex'), null) FROM unnest($1::text[]) WITH ORDINALITY AS x(t, n) ORDER BY n`;
  const expected = ['plain', 'quote " and \\', 'ключ – €', ''].map((word) => [word, '00ff', null]);
  expect(await askHot({ name: 'words', text, values })).toEqual(expected);
  expect(await askHot({ name: 'words', text, values })).toEqual(expected);
});

test('a null is a value too, and no row is no value', async () => {
  expect(await askHot({ name: 'nothing', text: 'SELECT null::json', values: [] })).toEqual([null]);
  expect(await askHot({ name: 'no_row', text: 'SELECT to_json(1) WHERE false', values: [] })).toEqual([]);
});

test('a statement that fails says why, and the next one is answered', async () => {
  const divide = (by: number) => askHot({ name: 'divide', text: 'SELECT to_json(6 / $1::int)', values: [by] });
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
  expect(await divide(2)).toEqual([3]);
  await expect(askHot({ name: 'wrong', text: 'SELECT nonsense', values: [] })).rejects.toMatchObject({ code: '42703' });
  await expect(askHot({ name: 'text', text: `SELECT 'no JSON'`, values: [] })).rejects.toThrow(SyntaxError);
  expect(await divide(3)).toEqual([2]);
});

test('many statements at once each have their own answer', async () => {
  const ask = (n: number) => askHot({ name: 'echo', text: 'SELECT to_json($1::int)', values: [n] });
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  expect(await Promise.all(numbers.map(ask))).toEqual(numbers.map((n) => [n]));
});

test('a statement is prepared once a connection', async () => {
  const statement = { name: 'prepared_once', text: 'SELECT to_json(1)', values: [] };
  for (let i = 0; i < 3; i++) await askHot(statement);
  const { rows } = await hotPool().query(
    `SELECT generic_plans + custom_plans AS runs FROM pg_prepared_statements WHERE name = 'prepared_once'`,
  );
  expect(rows).toEqual([{ runs: '3' }]);
});
