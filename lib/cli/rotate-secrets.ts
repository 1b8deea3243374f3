import path from 'node:path';
import { listUnmovedKeys, type UnmovedKey } from '../access-keys/move-digest';
import { revokeUnmoved } from '../access-keys/revoke-unmoved';
import { recordAudit } from '../audit/record-audit';
import { db, inTransaction } from '../db/client';
import { reindexDigests } from '../db/reindex-digests';
import { resealColumns } from '../db/reseal-columns';
import type { Env } from '../env';
import { StartRefused } from '../errors';
import { type Keyring, keyring } from '../secrets/keyring';
import { isRotating, withNewParts, withoutOldParts } from '../secrets/rotate-keyring';
import { keyringFile, rememberOnly } from '../server/open-keyring';
import { writePrivateFile } from '../server/private-files';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run rotate-secrets [-- --finish [--revoke-unused]]

For a keyring that somebody else may have seen. Puts a new wrapping key and a new pepper into it, beside the old ones; at its
next start the store seals and indexes every key anew before it serves. --finish takes the old parts out, once every
developer key has been used since; --revoke-unused revokes those that were not, and tells their owners.`;

const ACTOR = { kind: 'system', via: 'cli:rotate-secrets' } as const;

/** `npm run rotate-secrets`: replaces what a leaked keyring would open, in two steps with a start of the store between. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const known = ['--finish', '--revoke-unused'];
    const [finishes, revokes] = known.map((flag) => args.includes(flag));
    if (args.some((one) => !known.includes(one)) || (revokes && !finishes)) {
      console.error(USAGE);
      return 1;
    }
    const env = await openRunningStore(environment);
    return finishes ? finish(env, revokes === true) : begin(env);
  });
}

async function begin(env: Env): Promise<number> {
  if (isRotating(keyring())) {
    throw new StartRefused(
      'The keyring has new parts already. Restart the store, then: npm run rotate-secrets -- --finish',
    );
  }
  const next = withNewParts(keyring());
  if (env.keyringText === undefined) {
    const earlier = copyName(env);
    write(earlier, keyring());
    console.log(
      `The keyring as it was: ${earlier}. Backups made until now open with it only; keep it with them, nowhere else.`,
    );
  }
  tellWritten(env, next);
  await audit('keyring.rotate', next);
  console.log('Restart the store now, and run no other command before: it finds keys under the old parts until then.');
  return 0;
}

async function finish(env: Env, revokes: boolean): Promise<number> {
  const ring = keyring();
  if (!isRotating(ring)) throw new StartRefused('The keyring has no old parts. Begin with: npm run rotate-secrets');
  const newest = ring.wrapping.at(-1)?.id ?? '';
  if ((await db().dataKey.count({ where: { keyringKey: { not: newest } } })) > 0) {
    throw new StartRefused('The store has not been started with the new keyring yet. Restart it first.');
  }
  // What a command run in between had still written under the old parts.
  await reindexDigests();
  await resealColumns();
  const unmoved = await listUnmovedKeys();
  if (unmoved.length > 0 && !revokes) return tellUnmoved(unmoved);
  if (revokes) console.log(`Developer keys revoked: ${await revokeUnmoved(ACTOR)}.`);
  const next = withoutOldParts(ring);
  await audit('keyring.finish', next);
  // First what the database expects: a keyring that has more is taken, one that lacks something is refused.
  await rememberOnly(next);
  tellWritten(env, next);
  console.log('The old parts open and find nothing any more. Restart the store, and make a backup.');
  return 0;
}

function tellUnmoved(keys: UnmovedKey[]): number {
  console.error(`Nothing was changed: ${keys.length} developer keys were not used since the store was restarted.`);
  for (const { email, name, prefix, lastUsedAt } of keys) {
    console.error(`  ${email}  ${name} (${prefix}…), last used ${lastUsedAt?.toISOString().slice(0, 10) ?? 'never'}`);
  }
  console.error('Let their owners use or regenerate them, or add --revoke-unused.');
  return 1;
}

async function audit(action: 'keyring.rotate' | 'keyring.finish', { wrapping, peppers }: Keyring): Promise<void> {
  const after = { wrapping: wrapping.map(({ id }) => id), peppers: peppers.map(({ version }) => version) };
  await inTransaction((tx) =>
    recordAudit(tx, { actor: ACTOR, action, objectKind: 'keyring', objectId: 'store', after }),
  );
}

// A keyring that came as a variable is the operator's to replace: the file only hands it over.
function tellWritten(env: Env, next: Keyring): void {
  const isVariable = env.keyringText !== undefined;
  const file = isVariable ? path.join(env.dataDir, 'keyring.next.json') : keyringFile(env);
  write(file, next);
  console.log(
    isVariable
      ? `The new keyring: ${file}. Put its content into KEYRING, then remove the file.`
      : `The new keyring: ${file}. Back it up apart from the database.`,
  );
}

function copyName(env: Env): string {
  const file = keyringFile(env);
  const { version } = keyring().peppers.at(-1) ?? { version: 0 };
  return path.join(path.dirname(file), `${path.basename(file, '.json')}.before-${version + 1}.json`);
}

function write(file: string, ring: Keyring): void {
  try {
    writePrivateFile(file, `${JSON.stringify(ring, null, 2)}\n`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new StartRefused(`${file} cannot be written (${code}). Run the command as the user whose file it is.`);
  }
}
