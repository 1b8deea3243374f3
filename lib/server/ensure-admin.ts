import { now } from '../clock';
import { grantAdmin } from '../customers/grant-admin';
import { hasOwner } from '../customers/owner-claim';
import { hashPassword } from '../customers/password';
import type { Env } from '../env';
import { StartRefused } from '../errors';

/**
 * ADMIN_EMAIL and ADMIN_PASSWORD make the first admin. Once there is one the variables change nothing more: neither does a
 * password chosen since then go, nor does somebody come back who is no admin any more. Answers whether the store has any admin.
 */
export async function ensureAdmin(env: Pick<Env, 'admin'>): Promise<boolean> {
  if (await hasOwner()) return true;
  if (!env.admin) return false;
  const { email, password } = env.admin;
  const passwordHash = await hashPassword(password);
  const actor = { kind: 'system', via: 'start-up' } as const;
  const made = await grantAdmin({ email, passwordHash, at: now(), actor });
  if (!made.ok) throw new StartRefused(`ADMIN_EMAIL ${email} is not an e-mail address.`);
  return true;
}
