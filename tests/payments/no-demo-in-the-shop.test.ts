import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const codeOf = async (folder: string) => {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map(({ name }) => name);
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(path.join(root, folder, name), 'utf8');
      return { name, code: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') };
    }),
  );
};

test('the code that sells does not know whether payments are demo payments', async () => {
  const files = [...(await codeOf('lib/payments')), ...(await codeOf('lib/orders'))];
  expect(files.length).toBeGreaterThan(20);
  const knowing = files.filter(({ code }) => /demo/i.test(code)).map(({ name }) => name);
  // Only the guards that keep play money and real money apart, and what tells people which of them it is.
  expect(knowing.sort()).toEqual([
    'check-payments.ts',
    'payments-mode.ts',
    'read-invoice.ts',
    'remember-payments-mode.ts',
  ]);
});
