import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'lib/protocols');
const protocols = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The type errors of each protocol, were the core to refuse for one more reason that nobody has words for. */
function faultsWithOneMoreRefusal(): { file: string; message: string }[] {
  const config: { compilerOptions: object } = ts.readConfigFile(
    path.join(root, 'tsconfig.json'),
    ts.sys.readFile,
  ).config;
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, incremental: false }, root);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const core = path.join(root, 'lib/licensing/client-call.ts');
  host.getSourceFile = (name, target) => {
    const file = read(name, target);
    if (!file || path.resolve(name) !== core) return file;
    const more = file.text.replace('export type KeyRefusal =', "export type KeyRefusal = 'made_up' |");
    return ts.createSourceFile(name, more, target);
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
  const program = ts.createProgram(files, options, host);
  return files.flatMap((name) =>
    program.getSemanticDiagnostics(program.getSourceFile(name)).map(({ messageText }) => ({
      file: path.relative(folder, name),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    })),
  );
}

test('a refusal of the core that a protocol has no words for is a type error in that protocol', () => {
  const faults = faultsWithOneMoreRefusal();
  expect(protocols.length).toBeGreaterThan(0);
  for (const { name } of protocols) {
    expect(faults.filter(({ file }) => file.startsWith(`${name}${path.sep}`))).toContainEqual({
      file: expect.any(String),
      // A switch that ends in `unreachable`, or a table of words with a reason too few.
      message: expect.stringMatching(/'never'|'made_up' is missing/),
    });
  }
}, 180_000);
