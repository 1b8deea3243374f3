import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { now } from '../clock';
import { importDocument } from '../orders/import-document';
import type { RefusedRow } from '../orders/import-refusal';
import { type ImportResult, importStore } from '../orders/import-store';
import { REMEDIES } from './import-remedies';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run import -- FILE.json

Brings products, customers, orders and keys of another store in, all of it or nothing. Numbers and keys stay as they are.
Associated keys, among them every key from before version 2.0, may come with their order's item or as a table by number of
their API Resource; such a table by itself may be brought again.`;

const STEPS = 20;

/** `npm run import -- FILE.json`: moves another store's customers in, so that their software notices nothing. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const [file, ...rest] = args;
    if (!file || rest.length > 0) {
      console.error(USAGE);
      return 1;
    }
    const document = readDocument(file);
    if (!document) return refuse();
    await openRunningStore(environment);
    const result = await importStore(document, now(), { kind: 'system', via: 'cli:import' }, tellProgress);
    if (result.ok) return tell(result);
    for (const row of result.rows) console.error(sentenceOf(row));
    return refuse();
  });
}

function sentenceOf(row: RefusedRow): string {
  if ('fault' in row) return `${row.where} was refused (${row.fault}).`;
  return `${row.where} was refused (${row.reason}). ${REMEDIES[row.reason]}`;
}

function refuse(): number {
  console.error('Nothing was imported.');
  return 1;
}

// A line for every twentieth, so that a long import is seen to move and a short one stays short.
function tellProgress(done: number, of: number): void {
  const step = (count: number) => Math.floor((count * STEPS) / of);
  if (of >= STEPS && step(done) > step(done - 1)) console.log(`${done} of ${of} customers …`);
}

function tell(imported: Extract<ImportResult, { ok: true }>): number {
  const { products, customers, orders, associatedApiKeys, weakKeys, alteredKeys } = imported;
  console.log(
    `Imported ${products} products, ${customers} customers, ${orders} orders and ${associatedApiKeys} associated keys.`,
  );
  if (weakKeys > 0) console.log(`Associated keys that can be guessed (fewer than 64 random bits): ${weakKeys}.`);
  if (alteredKeys > 0) {
    console.log(
      `Keys that installed software may send differently (tags, percent codes and double spaces are dropped): ${alteredKeys}.`,
    );
  }
  return 0;
}

function readDocument(file: string) {
  let json: unknown;
  try {
    // Windows programs begin a file with a byte order mark, which is no part of the JSON.
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    console.error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  const parsed = importDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  console.error(`${file} is not an import document:\n${z.prettifyError(parsed.error)}`);
  return undefined;
}
