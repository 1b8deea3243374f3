import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { db } from '../db/client';
import type { Env } from '../env';
import { StartRefused } from '../errors';
import { offLine } from '../server/announce';
import { openKeyring } from '../server/open-keyring';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

type Finding = { name: string; isWell: boolean; text: string };

const PRIVATE_FILES = ['keyring.json', 'postgres.json', 'demo.json', 'demo-payments.json'];
const ANSWER_MS = 5_000;

/** `npm run doctor`: looks at a store from outside, one line a finding, and changes nothing. Exit code 1 when one is bad. */
export function main(_args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const env = await openRunningStore(environment);
    const findings = [
      { name: 'Environment', isWell: true, text: `fine; ${offLine(env)}` },
      { name: 'Database', isWell: true, text: 'answers' },
      await lookAtKeyring(env),
      lookAtFiles(env),
      await lookAtServer(env),
      await lookAtJobs(),
      await lookAtAdmins(),
    ];
    for (const { name, isWell, text } of findings) {
      console.log(`${isWell ? 'ok  ' : 'BAD '}  ${name.padEnd(12)}${text}`);
    }
    return findings.every(({ isWell }) => isWell) ? 0 : 1;
  });
}

async function lookAtKeyring(env: Env): Promise<Finding> {
  try {
    await openKeyring(env);
    return { name: 'Keyring', isWell: true, text: 'belongs to this database; keep a copy apart from it' };
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return { name: 'Keyring', isWell: false, text: error.message };
  }
}

function lookAtFiles({ dataDir }: Env): Finding {
  const open = PRIVATE_FILES.map((name) => path.join(dataDir, name)).filter(
    (file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0,
  );
  return open.length === 0
    ? { name: 'Files', isWell: true, text: `what is secret in ${dataDir} is readable by the store’s user only` }
    : { name: 'Files', isWell: false, text: `others can read ${open.join(', ')}; run chmod 600 on it` };
}

async function lookAtServer({ port }: Env): Promise<Finding> {
  const url = `http://127.0.0.1:${port}/api/health/ready`;
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const text = status === 200 ? 'ready' : `answers ${status}: the database, a migration or the jobs are behind`;
    return { name: 'Server', isWell: status === 200, text };
  } catch {
    return { name: 'Server', isWell: false, text: `does not answer at ${url}; is PORT the one it was started with?` };
  }
}

async function lookAtJobs(): Promise<Finding> {
  const dead = await db().outboxEntry.count({ where: { deadAt: { not: null } } });
  const waiting = await db().outboxEntry.count({ where: { deadAt: null, doneAt: null } });
  const text = `${waiting} waiting, ${dead} given up`;
  return { name: 'Jobs', isWell: dead === 0, text: dead === 0 ? text : `${text}: see Admin → Mail` };
}

async function lookAtAdmins(): Promise<Finding> {
  const count = await db().customer.count({ where: { role: 'admin', disabledAt: null } });
  const text = count > 0 ? `${count} may sign in to /admin` : 'nobody: npm run admin:grant -- --email you@example.com';
  return { name: 'Admins', isWell: count > 0, text };
}
