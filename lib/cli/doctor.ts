import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { now } from '../clock';
import { db } from '../db/client';
import type { Env } from '../env';
import { StartRefused } from '../errors';
import { readBackupHealth } from '../reports/read-backup-health';
import { offLine } from '../server/announce';
import { openKeyring } from '../server/open-keyring';
import { ownAddress } from '../server/own-address';
import { lookAtConsistency } from './doctor-consistency';
import type { Finding } from './doctor-finding';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const PRIVATE_FILES = ['keyring.json', 'postgres.json', 'demo.json', 'demo-payments.json'];
const ANSWER_MS = 5_000;

const USAGE = `Usage: npm run doctor [-- --fix]

Looks at the running store, one line a finding. --fix mends what can be mended without losing anything.`;

/**
 * `npm run doctor`: looks at a store from outside, one line a finding, and changes nothing unless it is told to mend. Exit
 * code 1 when something is bad and was not mended.
 */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    if (args.some((argument) => argument !== '--fix')) {
      console.error(USAGE);
      return 1;
    }
    const env = await openRunningStore(environment);
    const findings = [
      { name: 'Environment', isWell: true, text: `fine; ${offLine(env)}` },
      { name: 'Database', isWell: true, text: 'answers' },
      await lookAtKeyring(env),
      lookAtFiles(env),
      await lookAtServer(env),
      await lookAtJobs(),
      await lookAtBackups(),
      await lookAtAdmins(),
      ...(await lookAtConsistency()),
    ];
    const outcomes = [];
    for (const finding of findings) outcomes.push(await tell(finding, args.includes('--fix')));
    return outcomes.every(Boolean) ? 0 : 1;
  });
}

/** Prints a finding, mends it when asked to, and answers whether it is well now. */
async function tell({ name, isWell, text, fix }: Finding, mayFix: boolean): Promise<boolean> {
  const label = name.padEnd(12);
  if (isWell) {
    console.log(`ok    ${label}${text}`);
    return true;
  }
  console.log(`BAD   ${label}${text}${fix && !mayFix ? ' (npm run doctor -- --fix mends it)' : ''}`);
  if (!fix || !mayFix) return false;
  console.log(`fixed ${label}${await fix()}`);
  return true;
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

async function lookAtServer(env: Env): Promise<Finding> {
  const url = `${ownAddress(env)}/api/health/ready`;
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const text = status === 200 ? 'ready' : `answers ${status}: the database, a migration or the jobs are behind`;
    return { name: 'Server', isWell: status === 200, text };
  } catch {
    return {
      name: 'Server',
      isWell: false,
      text: `does not answer at ${url}; are PORT and HOST those it was started with?`,
    };
  }
}

async function lookAtJobs(): Promise<Finding> {
  // What receivers of webhooks did not take is their own trouble.
  const own = { NOT: { kind: { startsWith: 'webhook.' } } };
  const dead = await db().outboxEntry.count({ where: { ...own, deadAt: { not: null } } });
  const waiting = await db().outboxEntry.count({ where: { ...own, deadAt: null, doneAt: null } });
  const text = `${waiting} waiting, ${dead} given up`;
  return { name: 'Jobs', isWell: dead === 0, text: dead === 0 ? text : `${text}: see Admin → Mail` };
}

async function lookAtBackups(): Promise<Finding> {
  const { isNightly, isOverdue, lastGoodAt, lastDrill } = await readBackupHealth(now());
  const name = 'Backups';
  const last = lastGoodAt ? `the last one is of ${lastGoodAt.toISOString()}` : 'there is none yet';
  if (isOverdue)
    return { name, isWell: false, text: `${last}: look at Admin → System → Backups, or run npm run backup` };
  if (lastDrill?.isPassed === false) {
    return { name, isWell: false, text: `${last}; its restore was rehearsed and failed: see Admin → System → Backups` };
  }
  const drill = lastDrill ? `; a restore was rehearsed on ${lastDrill.endedAt.toISOString().slice(0, 10)}` : '';
  return { name, isWell: true, text: `${last}${drill}${isNightly ? '' : '; the nightly ones are switched off'}` };
}

async function lookAtAdmins(): Promise<Finding> {
  const count = await db().customer.count({ where: { role: 'admin', disabledAt: null } });
  const text = count > 0 ? `${count} may sign in to /admin` : 'nobody: npm run admin:grant -- --email you@example.com';
  return { name: 'Admins', isWell: count > 0, text };
}
