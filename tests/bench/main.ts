import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { newKeyring } from '@/lib/secrets/keyring';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';
import { type Bar, barsOf, type Line } from './bars';
import { type Contender, startBare, startStore, usageOf } from './contenders';
import { median, type Sample, startLoad } from './measure';
import { measureWhoami, sampleWhoami } from './measure-whoami';
import { type BenchKeys, countersAgree, seedBench } from './seed-bench';
import { RAISED_RATE, seedKeys } from './seed-keys';

const root = process.cwd();
const folder = path.join(root, 'tests/bench');
const small = process.argv.includes('--small');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const SECONDS = small ? 0.5 : 4;
const WARM_UP = small ? 2 : 20;
const ROUNDS = small ? 1 : 3;
const VERBS = {
  status: '"status_check":"active"',
  update: '"new_version":"1.3.0"',
  activate: '"activated":true',
} as const;
type Verb = keyof typeof VERBS;

// Makes the instances of each run different from all others.
let runs = 0;
const data = mkdtempSync(path.join(os.tmpdir(), 'latchkey-bench-'));
const postgres = await startPrivatePostgres({ folder: data, durable: true });
const open: Contender[] = [];
const load = startLoad(folder);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void tidyUp().then(() => process.exit(130)));
try {
  await benchmark();
} finally {
  await tidyUp();
}

async function tidyUp(): Promise<void> {
  load.stop();
  for (const contender of open.splice(0)) await contender.stop();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

async function benchmark(): Promise<void> {
  await ensureDatabase(postgres.urlOf('postgres'), 'bench');
  const databaseUrl = postgres.urlOf('bench');
  await migrate(databaseUrl);
  const keyring = newKeyring();
  const pepper = keyring.peppers[0]?.key ?? '';
  const keys = await seedBench(databaseUrl, pepper);
  const developerKeys = await seedKeys(databaseUrl, pepper);

  const store = await startStore(root, await findFreePort(undefined), {
    DATABASE_URL: databaseUrl,
    KEYRING: JSON.stringify(keyring),
    DATA_DIR: path.join(data, 'store'),
  });
  open.push(store);
  await showPages(store);
  const answers = JSON.stringify(await sampleAnswers(store, keys));
  const fixed = await startBare(folder, 'bare-fixed.mjs', await findFreePort(undefined), { ANSWERS: answers });
  open.push(fixed);
  const bare = { DATABASE_URL: databaseUrl, PEPPER: pepper, ANSWERS: answers };
  const statement = await startBare(folder, 'bare-statement.mjs', await findFreePort(undefined), bare);
  open.push(statement);

  console.log(`Warming up for ${WARM_UP} s each`);
  for (const target of [store, statement]) await measure(target, keys, 'status', 16, WARM_UP);
  for (const target of [store, statement]) await measure(target, keys, 'activate', 16, Math.ceil(WARM_UP / 4));

  const lines: Line[] = [];
  const table: Record<string, unknown>[] = [];
  for (const verb of Object.keys(VERBS) as Verb[]) {
    for (const concurrency of [1, 16, 64]) {
      const results = await alternate([store, fixed, statement], keys, verb, concurrency);
      const [s, a, b] = results.map((result) => result.perSecond);
      lines.push({ verb, concurrency, store: s ?? 0, fixed: a ?? 0, statement: b ?? 0 });
      table.push(
        ...results.map((result, i) =>
          rowOf(verb, concurrency, ['store', '(a) fixed', '(b) statement'][i] ?? '', result, results),
        ),
      );
    }
  }
  const hot = await hotKey([store, statement], keys);
  table.push(rowOf('activate, one hot key', 64, 'store', hot.store, [hot.store, hot.store, hot.statement]));
  table.push(rowOf('activate, one hot key', 64, '(b) statement', hot.statement, [hot.store, hot.store, hot.statement]));
  const whoami = await whoamiBesideBare(store, { bare, keys: developerKeys });
  for (const [i, server] of ['store', "(b') statement"].entries()) {
    const sample = whoami[i];
    if (sample) table.push(rowOf('whoami', 16, server, sample, [whoami[0], whoami[0], whoami[1]]));
  }
  const agree = await countersAgree(databaseUrl);
  const bars = barsOf(
    lines,
    { perSecond: hot.store.perSecond, countersAgree: agree },
    { store: whoami[0].perSecond, statement: whoami[1].perSecond },
  );
  report(table, bars, usageOf(store.pid).residentMb);
}

async function whoamiBesideBare(
  store: Contender,
  { bare, keys }: { bare: Record<string, string>; keys: string[] },
): Promise<[Sample, Sample]> {
  console.log(
    `whoami: every rate of keys, owners and addresses is set to ${RAISED_RATE} a minute, and asked at every call`,
  );
  const ANSWERS = JSON.stringify({ whoami: await sampleWhoami(store, keys) });
  const server = await startBare(folder, 'bare-whoami.mjs', await findFreePort(undefined), { ...bare, ANSWERS });
  open.push(server);
  return measureWhoami([store, server], {
    load,
    keys,
    seconds: SECONDS,
    warmUp: Math.ceil(WARM_UP / 2),
    rounds: ROUNDS,
  });
}

/** A store in use has shown pages, and on Node 20 that slows everything else in its process (ADR 0055). */
async function showPages(store: Contender): Promise<void> {
  for (const page of ['/', '/products', '/cart', '/sign-in']) {
    const response = await fetch(`http://127.0.0.1:${store.port}${page}`);
    await response.text();
    if (!response.ok) throw new Error(`${page} answered ${response.status}`);
  }
}

async function alternate(targets: Contender[], keys: BenchKeys, verb: Verb, concurrency: number): Promise<Sample[]> {
  const samples: Sample[][] = targets.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, target] of targets.entries())
      samples[i]?.push(await measure(target, keys, verb, concurrency, SECONDS));
  }
  return samples.map(median);
}

async function hotKey([store, statement]: Contender[], keys: BenchKeys): Promise<{ store: Sample; statement: Sample }> {
  if (!store || !statement) throw new Error('Two contenders are needed');
  const only = { ...keys, keys: [keys.hotKey], productNumbers: [keys.hotProduct] };
  const [a, b] = await alternate([store, statement], only, 'activate', 64);
  if (!a || !b) throw new Error('Nothing was measured');
  return { store: a, statement: b };
}

function measure(
  target: Contender,
  keys: BenchKeys,
  verb: Verb,
  concurrency: number,
  seconds: number,
): Promise<Sample> {
  const unique = verb === 'activate' ? `run-${++runs}` : '';
  const targets = keys.keys.map((key, i) => targetOf(verb, key, keys.productNumbers[i] ?? 0));
  return load.run({ port: target.port, concurrency, seconds, targets, expect: VERBS[verb], unique }, target);
}

function targetOf(verb: Verb, key: string, product: number): string {
  const instance = verb === 'activate' ? 'INSTANCE' : 'bench-instance';
  const plugin = verb === 'update' ? '&plugin_name=bench%2Fbench.php&slug=bench' : '';
  return `/?wc-api=wc-am-api&wc_am_action=${verb}&api_key=${key}&product_id=${product}&instance=${instance}&object=site.example.test&version=1.0.0${plugin}`;
}

/** One real answer of each verb, which the bare servers then send, so that all send the same number of bytes. */
async function sampleAnswers(store: Contender, keys: BenchKeys): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const verb of Object.keys(VERBS) as Verb[]) {
    const target = targetOf(verb, keys.keys[0] ?? '', keys.productNumbers[0] ?? 0).replace('INSTANCE', 'sample');
    answers[verb] = await (await fetch(`http://127.0.0.1:${store.port}${target}`)).text();
  }
  return answers;
}

function rowOf(
  verb: string,
  concurrency: number,
  server: string,
  sample: Sample,
  [, a, b]: Sample[],
): Record<string, unknown> {
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    verb,
    c: concurrency,
    server,
    'requests/s': Math.round(sample.perSecond),
    'p50 ms': round(sample.p50, 2),
    'p99 ms': round(sample.p99, 2),
    'CPU ms/request': round(sample.cpuMsPerRequest, 3),
    '÷ (a)': round(sample.perSecond / (a?.perSecond ?? 1), 2),
    '÷ (b)': round(sample.perSecond / (b?.perSecond ?? 1), 2),
  };
}

function report(table: Record<string, unknown>[], bars: Bar[], residentMb: number): void {
  console.table(table);
  console.log(`Resident memory of the store after the run: ${residentMb} MB`);
  for (const bar of bars)
    console.log(`${bar.holds ? 'holds ' : 'MISSED'}  ${bar.name}: ${bar.figure.toFixed(2)} (at least ${bar.atLeast})`);
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ table, bars, residentMb, small }, null, 2)}\n`);
}
