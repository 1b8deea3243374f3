import { isStoreEmpty, seedDemo } from '../../prisma/seed';
import { now } from '../clock';
import { closeDb } from '../db/client';
import { migrate } from '../db/migrate';
import { type Env, readEnv, setEnv } from '../env';
import { StartRefused } from '../errors';
import { startWorker } from '../jobs/start-worker';
import { stripeConnection } from '../payments/stripe-client';
import { keyring, setKeyring } from '../secrets/keyring';
import { recentStoreSettings } from '../settings/recent-store-settings';
import { waysOutMemory } from '../ways-out';
import { announcement, offLine, problemTable } from './announce';
import { answerRequests } from './answer-requests';
import { bringUnderKeyring } from './bring-under-keyring';
import { type DemoFacts, readDemoFacts, writeDemoFacts } from './demo-facts';
import { endWithoutDatabase } from './end-without-database';
import { ensureAdmin } from './ensure-admin';
import { jobHandlers } from './job-handlers';
import { listen } from './listen';
import { log, withoutSecrets } from './log';
import { logCallErrors } from './log-call-errors';
import { makeRarely } from './make-rarely';
import { newClaimUrl } from './new-claim-url';
import { type OpenDatabase, openDatabase } from './open-database';
import { openDevPages } from './open-dev-pages';
import { checkKeyring, openKeyring } from './open-keyring';
import { openPages, type Pages } from './open-pages';
import { openPayments } from './open-payments';
import type { Preference } from './private-postgres/find-binaries';
import { sentenceOfFileFault } from './sentence-of-file-fault';
import { startChores } from './start-chores';
import { startMailChores } from './start-mail-chores';
import { startWebhooks } from './start-webhooks';
import { makeStopList, type StopList } from './stop-list';
import { stopOnSignal } from './stop-on-signal';
import { watchClock } from './watch-clock';

export type StartOptions = {
  /** The variables the process was started with. */
  environment: Record<string, string | undefined>;
  /** The folder that holds package.json. */
  root: string;
  isDev: boolean;
  /** Builds the pages when that is needed; lib/cli/start.mjs knows how. */
  buildPages: (say: Say) => Promise<void>;
};

const JOBS_AGAIN_MS = 60_000;

type Say = (line: string) => void;
type Opening = { env: Env; stops: StopList; say: Say; options: StartOptions };

/**
 * The store, from the environment to readiness: one line a step, and the first real problem ends it with one plain
 * sentence and exit code 1, with everything already opened closed again. Resolves once the store serves.
 */
export async function startStore(options: StartOptions): Promise<void> {
  const say: Say = (line) => console.log(withoutSecrets(line));
  const stops = makeStopList((name, error) => console.error(`Stopping ${name}: ${messageOf(error)}`));
  try {
    const env = checkEnv(options, say);
    stopOnSignal(stops.run, say);
    const { facts, isFresh } = await open({ env, stops, say, options });
    const claimUrl = (await ensureAdmin(env)) ? undefined : await newClaimUrl(env);
    // Not by the log and not by `say`: a log is kept, and the claim link opens the store.
    console.log(announcement({ env, facts, isFresh, claimUrl }));
  } catch (error) {
    await stops.run();
    const refusal = error instanceof StartRefused ? error.message : sentenceOfFileFault(error, options.environment);
    if (refusal === undefined) throw error;
    console.error(withoutSecrets(refusal));
    process.exit(1);
  }
}

function checkEnv({ environment }: StartOptions, say: Say): Env {
  const read = readEnv(environment);
  if (!read.ok) throw new StartRefused(`The environment has faults:\n${problemTable(read.problems)}`);
  checkKeyring(read.env);
  say(`Environment: fine; ${offLine(read.env)}`);
  setEnv(read.env);
  return read.env;
}

async function open(opening: Opening): Promise<{ facts: DemoFacts | undefined; isFresh: boolean }> {
  const { stops, say, options } = opening;
  const prefer = options.environment.EMBEDDED_POSTGRES === '1' ? 'embedded' : 'system';
  const database = await openStoppably(opening, prefer);
  say(`Database: ${database.describe}`);
  const env: Env = { ...opening.env, databaseUrl: database.url };
  setEnv(env);

  const { applied, alreadyThere } = await migrate(database.url);
  say(`Migrations: ${applied.length} applied, ${alreadyThere} already there`);
  stops.add('the database connections', closeDb);
  const { keyring, written } = await openKeyring(env);
  setKeyring(keyring);
  if (written)
    say(`Keyring: written to ${written}. Back it up apart from the database: without it no key can be read.`);
  await bringUnderKeyring(say);

  await options.buildPages(say);
  const seeded = await seed(env, say);
  await serve({ ...opening, env });
  return { facts: seeded ?? readDemoFacts(env), isFresh: seeded !== undefined };
}

/** On the stop list before it begins: Ctrl-C while PostgreSQL is made must not leave its programs at work. */
async function openStoppably({ env, stops, say }: Opening, prefer: Preference): Promise<OpenDatabase> {
  const ending = new AbortController();
  const onLost = (how: string) => void endWithoutDatabase(how, env, stops);
  const opening = openDatabase(env, prefer, say, { signal: ending.signal, onLost });
  stops.add('PostgreSQL', async () => {
    ending.abort();
    await (await opening.catch(() => undefined))?.stop();
  });
  return opening;
}

async function seed(env: Env, say: Say): Promise<DemoFacts | undefined> {
  const earlier = readDemoFacts(env);
  if (earlier) writeDemoFacts(env, earlier);
  if (!env.demoData || !(await isStoreEmpty())) return undefined;
  const facts = await seedDemo({ at: now() });
  writeDemoFacts(env, facts);
  say('Demo store: seeded');
  return facts;
}

async function serve({ env, stops, options }: Opening): Promise<void> {
  const demo = await openPayments(env);
  if (demo) stops.add('demo payments', () => demo.stop());
  const rarely = makeRarely(JOBS_AGAIN_MS);
  const worker = startWorker(jobHandlers(), {
    onFault: (error) => rarely(String(error), (unlogged) => log().error({ err: error, unlogged }, 'jobs.round.failed')),
  });
  stops.add('the job worker', () => worker.stop());
  logCallErrors();
  startChores(stops);
  startWebhooks(stops);
  startMailChores(stops);
  if (demo) {
    const onMove = () => {
      worker.wake();
      demo.double.tick().catch((error: unknown) => log().error({ err: error }, 'demo_payments.tick.failed'));
    };
    stops.add('the demo clock', await watchClock(env.databaseUrl ?? '', onMove));
  }
  // Client calls wait for the settings only when they have never been read, and then as long as a page would.
  await recentStoreSettings();
  const pages = await showPages(options, env);
  stops.add('the pages', pages.stop);
  const demoPayments = demo && ((request: Request) => demo.handleHostedPage(request));
  const listener = answerRequests({ env, isDev: options.isDev, pages: pages.answer, demoPayments });
  const listening = await listen(listener, env);
  listening.server.on('upgrade', pages.upgrade);
  stops.add('the server', listening.stop);
}

function showPages({ root, isDev }: StartOptions, env: Env): Promise<Pages> {
  return isDev
    ? openDevPages({ root, env })
    : openPages({ root, env, keyring: keyring(), payments: stripeConnection(), waysOut: waysOutMemory() });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
