import path from 'node:path';
import type { Env, EnvProblem } from '../env';
import type { DemoFacts } from './demo-facts';

type Opened = {
  env: Env;
  facts: DemoFacts | undefined;
  isFresh: boolean;
  /** Opens a store that nobody owns. It is shown here and kept nowhere. */
  claimUrl: string | undefined;
};

/** What a person sees once the store serves. Passwords and the claim link are shown only by the start that made them. */
export function announcement({ env, facts, isFresh, claimUrl }: Opened): string {
  const demoFile = path.join(env.dataDir, 'demo.json');
  const login = (who: DemoFacts['admin']) => `${who.email}  /  ${isFresh ? who.password : `password in ${demoFile}`}`;
  const rows: [string, string][] = [['Store', `${env.publicUrl}        Admin  ${env.publicUrl}/admin`]];
  if (claimUrl)
    rows.push(['Claim', claimUrl], ['', 'Open it once, within a day: it makes you the owner of this store.']);
  else if (facts) rows.push(['Login', login(facts.admin)], ['Buyer', login(facts.buyer)]);
  else if (env.admin) rows.push(['Login', `${env.admin.email}  /  ADMIN_PASSWORD at the first start`]);
  if (env.payments.mode === 'demo') rows.push(['Mode', 'DEMO PAYMENTS: no card is charged']);
  rows.push(['Next', `${facts ? 'npm run demo:client | ' : ''}npm run doctor | README "Go live"`]);
  return ['', ...rows.map(([name, text]) => `${name.padEnd(8)}${text}`), ''].join('\n');
}

/** What is off, in one line: integrations, and on a public address the protection of what travels. */
export function offLine(env: Env): string {
  const isPlain = env.isProduction && env.publicUrl.startsWith('http://');
  const off = [
    ...(isPlain
      ? ['HTTPS (passwords and keys travel readable: put TLS before the store, and https:// into PUBLIC_URL)']
      : []),
    ...(env.payments.mode === 'demo' ? ['Stripe (demo payments used)'] : []),
    ...(env.smtp ? [] : ['SMTP (mail shown in Admin → Mail)']),
    ...(env.dropboxUrl === undefined ? [] : [`Dropbox (a stand-in answers at ${env.dropboxUrl})`]),
  ];
  return off.length === 0 ? 'nothing is off' : `off: ${off.join(', ')}`;
}

/** Every fault of the environment as a table: variable, what is wrong, example. */
export function problemTable(problems: EnvProblem[]): string {
  const rows = [
    ['Variable', 'What is wrong', 'Example'],
    ...problems.map(({ variable, problem, example }) => [variable, problem, `${variable}=${example}`]),
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join('   ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}`).join('\n');
}
