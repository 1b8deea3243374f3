import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type TypeFault = { file: string; message: string };

/** What is checked, and what is different there; names are relative to the tree, patterns as in tsconfig.json. */
type Different = {
  include: string[];
  /** A copy of these folders is part of the tree; the rest of `node_modules` is the project’s own. */
  folders: string[];
  /** What becomes of a copied file; one that stays as it was is a fault of the test. */
  changes: Record<string, (text: string) => string>;
  added?: Record<string, string>;
  paths?: Record<string, string[]>;
};

/** The type errors of a copy of the project that differs in a few files, found by the compiler of `npm run check`. */
export function typeFaults({ include, folders, changes, added = {}, paths = {} }: Different): TypeFault[] {
  const tree = mkdtempSync(path.join(os.tmpdir(), 'latchkey-types-'));
  try {
    for (const folder of folders) cpSync(path.join(root, folder), path.join(tree, copyOf(folder)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    for (const [name, change] of Object.entries(changes)) changeFile(path.join(tree, copyOf(name)), change);
    for (const [name, text] of Object.entries(added)) writeFileSync(path.join(tree, name), text);
    const compilerOptions = { incremental: false, plugins: [], types: ['node'], paths: { '@/*': ['./*'], ...paths } };
    const config = { extends: path.join(root, 'tsconfig.json'), compilerOptions, include };
    writeFileSync(path.join(tree, 'tsconfig.json'), JSON.stringify(config));
    return check(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

// A copied package lies beside the others, not in them.
function copyOf(name: string): string {
  return name.replace(/^node_modules\//, 'changed/');
}

function changeFile(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path.basename(file)} no longer has what the test changes in it`);
  writeFileSync(file, after);
}

function check(tree: string): TypeFault[] {
  const compiler = path.join(root, 'node_modules/typescript-7/bin/tsc');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', tree, '--noEmit', '--pretty', 'false'],
    {
      cwd: tree,
      encoding: 'utf8',
    },
  );
  const faults = [...stdout.matchAll(/^(\S.*?)\(\d+,\d+\): error TS\d+: ((?:.*)(?:\n .*)*)/gm)];
  if (status !== 0 && faults.length === 0) throw new Error(`The compiler ended with ${status}: ${stdout}${stderr}`);
  return faults.map(([, file = '', message = '']) => ({ file, message }));
}
