import type { Actor } from '../audit/record-audit';
import { verifyChain } from '../audit/verify-chain';
import { now } from '../clock';
import { pool } from '../db/client';
import { readMigrations } from '../db/migrate';
import { compareStoredFiles, setOrphansAside } from '../downloads/compare-stored-files';
import { findMissingKeys, issueMissingKeys } from '../licensing/find-missing-keys';
import { findWrongCounts, recountActivations } from '../licensing/recount-activations';
import { findUnfulfilledOrders } from '../orders/find-unfulfilled-orders';
import type { Finding } from './doctor-finding';
import { lookAtNumbers } from './doctor-numbers';

const ACTOR: Actor = { kind: 'system', via: 'cli:doctor' };
const MOST_NAMED = 5;

/** Whether the database and the files agree with themselves and with each other. */
export async function lookAtConsistency(): Promise<Finding[]> {
  return [
    await lookAtSchema(),
    await lookAtCounters(),
    await lookAtKeys(),
    await lookAtOrders(),
    await lookAtNumbers(),
    ...(await lookAtReleaseFiles()),
    await lookAtAudit(),
  ];
}

async function lookAtSchema(): Promise<Finding> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const done = new Set(rows.map(({ name }) => name));
  const known = readMigrations().map(({ name }) => name);
  const pending = known.filter((name) => !done.has(name));
  const unknown = [...done].filter((name) => !known.includes(name));
  const name = 'Schema';
  if (unknown.length > 0) {
    return { name, isWell: false, text: `is newer than this version of the store: ${named(unknown)}` };
  }
  if (pending.length === 0) return { name, isWell: true, text: `all ${known.length} migrations are applied` };
  return { name, isWell: false, text: `${named(pending)} not applied yet: npm start does it` };
}

async function lookAtCounters(): Promise<Finding> {
  const wrong = await findWrongCounts();
  if (wrong.length === 0)
    return { name: 'Counters', isWell: true, text: 'every counter is the number of its activations' };
  const fix = async () => {
    for (const { apiResourceId } of wrong) await recountActivations(apiResourceId, ACTOR);
    return `${wrong.length} counted anew`;
  };
  const each = wrong.map(({ number, counter, rows }) => `licence ${number} says ${counter}, has ${rows}`);
  return { name: 'Counters', isWell: false, text: named(each), fix };
}

async function lookAtKeys(): Promise<Finding> {
  const missing = await findMissingKeys();
  const each = [
    ...missing.resources.map(({ number }) => `licence ${number} has no product order API key`),
    ...missing.customers.map(({ number }) => `customer ${number} has no master API key`),
  ];
  if (each.length === 0) return { name: 'Keys', isWell: true, text: 'every licence and its customer have theirs' };
  const fix = async () => {
    await issueMissingKeys(missing, ACTOR);
    return `${each.length} issued`;
  };
  return { name: 'Keys', isWell: false, text: named(each), fix };
}

async function lookAtOrders(): Promise<Finding> {
  const numbers = await findUnfulfilledOrders();
  const isWell = numbers.length === 0;
  const text = isWell
    ? 'every paid item brought its licence'
    : `paid, but without a licence: ${named(numbers.map((number) => `order ${number}`))}. Look at Admin → Orders`;
  return { name: 'Orders', isWell, text };
}

async function lookAtReleaseFiles(): Promise<Finding[]> {
  const { missing, orphans } = await compareStoredFiles(now());
  const lost = missing.map(({ fileName, version }) => `${fileName} of ${version}`);
  const findings: Finding[] = [
    missing.length === 0
      ? { name: 'Releases', isWell: true, text: 'every local file is there, whole' }
      : { name: 'Releases', isWell: false, text: `missing: ${named(lost)}. Put them back from a backup` },
  ];
  if (orphans.length > 0) {
    const fix = async () => `${orphans.length} moved to ${await setOrphansAside(orphans)}`;
    findings.push({ name: 'Orphans', isWell: false, text: `no release names ${named(orphans)}`, fix });
  }
  return findings;
}

async function lookAtAudit(): Promise<Finding> {
  const name = 'Audit';
  const result = await verifyChain();
  if (!result.ok) {
    const where =
      result.reason === 'seal_missing'
        ? `seal ${result.position} is missing`
        : `entries ${result.fromId} to ${result.toId} are not what was sealed`;
    return { name, isWell: false, text: `${where}: somebody wrote to the database by hand, or it has another keyring` };
  }
  const { entries, unsealed, head } = result;
  const last = head ? `; head ${head.position} ${head.digest.slice(0, 16)}` : '';
  return { name, isWell: true, text: `${entries} entries are as they were sealed, ${unsealed} not sealed yet${last}` };
}

function named(list: readonly string[]): string {
  const more = list.length - MOST_NAMED;
  return list.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
