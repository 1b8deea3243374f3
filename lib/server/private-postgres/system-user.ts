import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartRefused } from '../../errors';

export type SystemUser = { name: string; uid: number; gid: number };

const MADE_USER = 'latchkey-postgres';

/**
 * PostgreSQL refuses to run as root. Answers whom to run it as: nobody else (undefined) for an ordinary user; for root
 * the owner of an existing cluster, else the system's `postgres`, else `nobody`, else a user made for it.
 */
export function userForPostgres(clusterOwner: number | undefined): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = systemUsers();
  const owner = users.find(({ uid }) => uid !== 0 && uid === clusterOwner);
  const named = (name: string) => users.find((user) => user.name === name);
  return owner ?? named('postgres') ?? named('nobody') ?? named(MADE_USER) ?? makeUser();
}

function makeUser(): SystemUser {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', MADE_USER]);
  const made = systemUsers().find(({ name }) => name === MADE_USER);
  if (made) return made;
  throw new StartRefused(
    'PostgreSQL does not run as root, and no system user could be made for it. Start the store as an ordinary user, or set DATABASE_URL.',
  );
}

function systemUsers(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []));
}
