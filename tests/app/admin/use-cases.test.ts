import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { USE_CASES } from '@/lib/protocols/v1/manage/use-cases';

const ADMIN = path.resolve('app/admin');
const cases = USE_CASES.flatMap((group) => group.cases);

/** Every page, route and action below app/admin, as the table names them. */
function whatThereIs(): string[] {
  const files = readdirSync(ADMIN, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  return files.flatMap((file) => {
    const name = file
      .split(path.sep)
      .join('/')
      .replace(/\.tsx?$/, '');
    if (/(^|\/)(page|route)$/.test(name)) return [name];
    const source = readFileSync(path.join(ADMIN, file), 'utf8');
    if (!/^\s*['"]use server['"]/.test(source)) return [];
    return [...source.matchAll(/^export async function (\w+)/gm)].map(([, action]) => `${name}#${action}`);
  });
}

test('every page, route and action of the admin area has an operation or a written reason', () => {
  const told = new Set(cases.flatMap(({ at }) => at));
  expect(whatThereIs().filter((name) => !told.has(name))).toEqual([]);
});

test('the table names nothing that is not there, and nothing twice', () => {
  const there = new Set(whatThereIs());
  const told = cases.flatMap(({ at }) => at);
  expect(told.filter((name) => !there.has(name))).toEqual([]);
  expect(told.filter((name, i) => told.indexOf(name) !== i)).toEqual([]);
});

test('every operation that the table names is there, for a key to call', () => {
  const known = new Set<string>(OPERATIONS.map(({ id }) => id));
  const named = cases.flatMap((one) => ('operations' in one ? one.operations : []));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('every operation for admins serves a use case', () => {
  const named = new Set(cases.flatMap((one) => ('operations' in one ? one.operations : [])));
  const beyond = OPERATIONS.filter(({ audience, id }) => audience === 'admin' && !named.has(id)).map(({ id }) => id);
  expect(beyond).toEqual(['customers.create']);
});

test('a reason says something, and a use case with operations has one at least', () => {
  for (const one of cases) {
    if ('without' in one) expect(one.without.length, one.does).toBeGreaterThan(40);
    else expect(one.operations.length, one.does).toBeGreaterThan(0);
  }
});
