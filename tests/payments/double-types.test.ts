import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const OPEN_ENUM = 'export type OtherString = string & Record<never, never>;';

/** Type-checks the double with every enum of the SDK closed: a value that Stripe does not know is an error then. */
function check(extra: Record<string, string> = {}): string[] {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, incremental: false, plugins: [] },
    root,
  );
  const host = ts.createCompilerHost({ ...options, types: ['node'] });
  const readFile = host.readFile.bind(host);
  let closed = 0;
  const textOf = (file: string): string | undefined => {
    const text = extra[file] ?? readFile(file);
    if (!/node_modules\/stripe\/(esm|cjs)\/shared\.d\.ts$/.test(file)) return text;
    closed += text?.includes(OPEN_ENUM) ? 1 : 0;
    return text?.replace(OPEN_ENUM, 'export type OtherString = never;');
  };
  host.getSourceFile = (file, languageVersion) => {
    const text = textOf(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion);
  };
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => file in extra || exists(file);
  const folder = path.join(root, 'lib/payments/demo');
  const files = ts.sys.readDirectory(folder, ['.ts']).concat(Object.keys(extra));
  const program = ts.createProgram(files, { ...options, types: ['node'] }, host);
  expect(closed, 'the SDK says OtherString in another way now').toBeGreaterThan(0);
  return files.flatMap((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

test('every object of the double has Stripe’s fields and only values that Stripe knows', { timeout: 180_000 }, () => {
  const wrong = path.join(root, 'lib/payments/demo/wrong-for-the-test.ts');
  const found = check({
    [wrong]: `import type Stripe from 'stripe';
      export const status: Stripe.Checkout.Session.Status = 'paid_in_shells';
      export const intent: Pick<Stripe.PaymentIntent, 'id' | 'amount'> = { id: 'pi_1', ammount: 1 };`,
  });
  // The two faults put in on purpose are found, which shows that the check sees; nothing else is.
  expect(found.map((text) => text.split(':')[0])).toEqual(['wrong-for-the-test.ts', 'wrong-for-the-test.ts']);
});
