import { now } from '../clock';
import { grantAdmin } from '../customers/grant-admin';
import { hashPassword } from '../customers/password';
import { db } from '../db/client';
import type { Env } from '../env';
import { StartRefused } from '../errors';

/**
 * ADMIN_EMAIL and ADMIN_PASSWORD make the first admin. Once that person is an admin the variables change nothing more: a
 * password chosen since then stays. Answers whether the store has any admin.
 */
export async function ensureAdmin(env: Pick<Env, 'admin'>): Promise<boolean> {
  if (env.admin) {
    const { email, password } = env.admin;
    const there = await db().customer.findFirst({ where: { email: email.trim().toLowerCase(), role: 'admin' } });
    if (!there) {
      const passwordHash = await hashPassword(password);
      const actor = { kind: 'system', via: 'start-up' } as const;
      const made = await grantAdmin({ email, passwordHash, at: now(), actor });
      if (!made.ok) throw new StartRefused(`ADMIN_EMAIL ${email} is not an e-mail address.`);
    }
    return true;
  }
  return (await db().customer.count({ where: { role: 'admin', disabledAt: null } })) > 0;
}
