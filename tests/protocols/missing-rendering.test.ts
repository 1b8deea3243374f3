import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { typeFaults } from '@/tests/support/type-faults';

const folder = path.resolve(import.meta.dirname, '../../lib/protocols');
const protocols = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** As if the core refused for one more reason that nobody has words for. */
const ONE_MORE = (text: string) => text.replace('export type KeyRefusal =', "export type KeyRefusal = 'made_up' |");

test('a refusal of the core that a protocol has no words for is a type error in that protocol', () => {
  const faults = typeFaults({
    include: ['lib/protocols/*/*.ts'],
    folders: ['lib'],
    changes: { 'lib/licensing/client-call.ts': ONE_MORE },
  });
  expect(protocols.length).toBeGreaterThan(0);
  for (const { name } of protocols) {
    expect(faults.filter(({ file }) => file.startsWith(`lib/protocols/${name}/`))).toContainEqual({
      file: expect.any(String),
      // A switch that ends in `unreachable`, or a table of words with a reason too few.
      message: expect.stringMatching(/'never'|'made_up' is missing/),
    });
  }
}, 120_000);
