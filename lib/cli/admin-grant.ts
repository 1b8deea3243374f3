import { parseArgs } from 'node:util';
import { now } from '../clock';
import { grantAdmin } from '../customers/grant-admin';
import { hashPassword } from '../customers/password';
import { newToken } from '../secrets/token';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run admin:grant -- --email PERSON [--new-password] [--reset-factors]

Makes the person an admin, with a new account if there is none. --new-password replaces the password by a random one, shown
once, and signs every browser out. --reset-factors is for a lost phone: it removes the person's second factors and recovery
codes and signs every browser out; the next sign-in asks for a new factor. The person is told by mail.`;

const PASSWORD_LENGTH = 20;

/** `npm run admin:grant -- --email …`: how an operator gets into, or back into, the admin area. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const wish = readWish(args);
    if (!wish) {
      console.error(USAGE);
      return 1;
    }
    await openRunningStore(environment);
    const password = newToken().slice(0, PASSWORD_LENGTH);
    const actor = { kind: 'system', via: 'cli:admin-grant' } as const;
    const passwordHash = await hashPassword(password);
    const { email, resetsFactors } = wish;
    const replaced = wish.isPasswordNew ? { passwordHash } : {};
    const result = await grantAdmin({
      email,
      at: now(),
      actor,
      resetsFactors,
      ...replaced,
      passwordHashOfNewAccount: passwordHash,
    });
    if (!result.ok) {
      console.error(`${email} is not an e-mail address.`);
      return 1;
    }
    console.log(`${email} is an admin${result.isNewAccount ? ', with a new account' : ''}.`);
    if (resetsFactors)
      console.log('All second factors are removed. The admin area asks for a new one after the next sign-in.');
    if (result.isPasswordNew) console.log(`Password, shown only now: ${password}`);
    return 0;
  });
}

function readWish(args: string[]): { email: string; isPasswordNew: boolean; resetsFactors: boolean } | undefined {
  try {
    const flag = { type: 'boolean' } as const;
    const options = { email: { type: 'string' }, 'new-password': flag, 'reset-factors': flag } as const;
    const { values } = parseArgs({ args, options, strict: true });
    if (!values.email) return undefined;
    const resetsFactors = values['reset-factors'] === true;
    return { email: values.email, isPasswordNew: values['new-password'] === true, resetsFactors };
  } catch {
    return undefined;
  }
}
