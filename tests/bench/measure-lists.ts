import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closeDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { readEnv, setEnv } from '@/lib/env';
import { eachActivation } from '@/lib/licensing/list-activations';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';
import { scannedTables, wishes } from '../support/explain-lists';
import { type ListCase, listCases } from './lists/cases';
import { seedLists } from './lists/seed-lists';

const small = process.argv.includes('--small');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const MILLION = { activations: 1_000_000, resources: 200_000, customers: 40_000 };
const SIZE = small ? { activations: 50_000, resources: 10_000, customers: 2_000 } : MILLION;
const REQUESTS = 20;
const LONGEST_MS = 500;

type Line = { list: string; first: number; middle: number; last: number; found: number; scans: string };

const data = mkdtempSync(path.join(os.tmpdir(), 'latchkey-lists-'));
const postgres = await startPrivatePostgres({ folder: data, durable: true });
try {
  await bench();
} finally {
  await closeDb();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  await ensureDatabase(postgres.urlOf('postgres'), 'lists');
  const url = postgres.urlOf('lists');
  await migrate(url);
  const env = readEnv({ DATABASE_URL: url });
  if (!env.ok) throw new Error(JSON.stringify(env.problems));
  setEnv(env.env);
  const began = performance.now();
  await seedLists(url, SIZE);
  console.log(`${SIZE.activations} activations made in ${Math.round((performance.now() - began) / 1000)} s`);
  const lines: Line[] = [];
  for (const one of listCases()) lines.push(await measured(one));
  console.table(lines);
  report(lines, await exportAll());
}

/** The 95th percentile of 20 requests at each of the three places, in milliseconds. */
async function measured(one: ListCase): Promise<Line> {
  const places = wishes(await one.middle());
  const line: Line = { list: one.name, first: 0, middle: 0, last: 0, found: 0, scans: '' };
  const scans: string[] = [];
  for (const place of ['first', 'middle', 'last'] as const) {
    const times: number[] = [];
    for (let i = 0; i < REQUESTS; i++) {
      const began = performance.now();
      line.found = (await one.read(places[place])).count;
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    line[place] = Number((times[Math.ceil(REQUESTS * 0.95) - 1] ?? 0).toFixed(1));
    scans.push(...scannedTables(await one.explain(places[place])));
  }
  return { ...line, scans: [...new Set(scans)].join(', ') };
}

/** Reads everything as the export does. */
async function exportAll(): Promise<{ rows: number; seconds: number; residentMb: number }> {
  const began = performance.now();
  let [rows, resident] = [0, 0];
  for await (const page of eachActivation({})) {
    rows += page.length;
    resident = Math.max(resident, process.memoryUsage.rss());
  }
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  return { rows, seconds, residentMb: Math.round(resident / 1_048_576) };
}

function report(lines: Line[], exported: { rows: number; seconds: number; residentMb: number }): void {
  const slowest = Math.max(...lines.flatMap((line) => [line.first, line.middle, line.last]));
  const scans = lines.filter((line) => line.scans !== '').length;
  const bars = [
    { name: 'slowest p95, ms', figure: slowest, atMost: LONGEST_MS },
    { name: 'lists that read a whole large table', figure: scans, atMost: 0 },
    { name: 'rows missing in an export', figure: SIZE.activations - exported.rows, atMost: 0 },
  ].map((bar) => ({ ...bar, holds: bar.figure <= bar.atMost }));
  console.log(`Exported ${exported.rows} rows in ${exported.seconds} s; this process had ${exported.residentMb} MB`);
  for (const bar of bars) {
    console.log(`${bar.holds ? 'holds ' : 'MISSED'}  ${bar.name}: ${bar.figure} (at most ${bar.atMost})`);
  }
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ lines, bars, exported, size: SIZE }, null, 2)}\n`);
  if (bars.some((bar) => !bar.holds)) process.exitCode = 1;
}
