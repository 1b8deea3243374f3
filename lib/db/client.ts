import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '../env';
import { type Prisma, PrismaClient } from './generated/client';

export type Tx = Prisma.TransactionClient;
export type { Prisma };

type Connections = { url: string; pool: pg.Pool; hot: pg.Pool; prisma: PrismaClient };
// The server bundle and Next load this module twice in one process; both share one pool.
const holder = globalThis as typeof globalThis & { latchkeyDb?: Connections };

const POOL_SIZE = 12;
// Two lanes for status, update, product lists, developer keys, activate and deactivate each, one for quotas, and the two logs.
const HOT_POOL_SIZE = 15;
// A list holds at most 256 calls, so every join is by index: a hash over a whole table of keys costs more than the statement.
const HOT_OPTIONS =
  '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_mergejoin=off -c enable_hashjoin=off -c jit=off';

/** How long a connection is waited for, how long the server may work on a statement, and how long its answer is waited for. */
type Patience = { waitMs: number; statementMs: number; answerMs: number };

const PATIENCE: Patience = { waitMs: 5_000, statementMs: 10_000, answerMs: 15_000 };
// A client must hear "try again later" within two seconds, also behind a list that got no answer (gather-calls.ts). A frozen
// server cannot cancel its own statement, so the answer has a limit of its own; running into it drops the connection.
const HOT_PATIENCE: Patience = { waitMs: 1_000, statementMs: 1_200, answerMs: 1_500 };
const RETRIES = 3;

/**
 * The client API's own connections, for its prepared statements: nobody's page can hold them up, and PostgreSQL keeps one
 * plan for each statement, by index whatever the tables' size. Left to itself it plans anew for each list of calls, which
 * takes longer than the statement. They stay open when nobody calls: the first call after a quiet minute would otherwise
 * connect, prepare and plan first. They give up within 1.5 seconds: with a database in trouble the caller is told so soon.
 */
export function hotPool(): pg.Pool {
  return connections().hot;
}

/** The pool behind Prisma and plain statements. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** Prisma over the shared pool. */
export function db(): PrismaClient {
  return connections().prisma;
}

/**
 * Runs `work` in one transaction and returns after COMMIT. A serialisation failure or deadlock (40001, 40P01) is tried
 * again up to three times, so `work` must have no effect outside the transaction. It has 30 seconds unless told otherwise.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { longestMs = 30_000 }: { longestMs?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { timeout: longestMs, maxWait: PATIENCE.waitMs });
    } catch (error) {
      if (attempt > RETRIES || !isRetryable(error)) throw error;
    }
  }
}

/** Ends every connection of this process; the next call opens new ones. */
export async function closeDb(): Promise<void> {
  const open = holder.latchkeyDb;
  delete holder.latchkeyDb;
  if (!open) return;
  await open.prisma.$disconnect();
  await Promise.all([open.pool.end(), open.hot.end()]);
}

function connections(): Connections {
  const url = env().databaseUrl;
  if (!url) throw new Error('No database has been configured');
  if (holder.latchkeyDb?.url !== url) {
    const general = newPool(url, PATIENCE, { max: POOL_SIZE });
    const hot = newPool(url, HOT_PATIENCE, { max: HOT_POOL_SIZE, options: HOT_OPTIONS, idleTimeoutMillis: 0 });
    holder.latchkeyDb = { url, pool: general, hot, prisma: new PrismaClient({ adapter: new PrismaPg(general) }) };
  }
  return holder.latchkeyDb;
}

type PoolShape = { max: number; options?: string; idleTimeoutMillis?: number };

function newPool(url: string, patience: Patience, shape: PoolShape): pg.Pool {
  const fresh = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: patience.waitMs,
    statement_timeout: patience.statementMs,
    query_timeout: patience.answerMs,
    keepAlive: true,
    ...shape,
  });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  fresh.on('error', () => {});
  fresh.on('release', (error) => {
    if (isSilence(error)) dropIdle(fresh);
  });
  return fresh;
}

// pg's own words; it gives this error no code.
function isSilence(error: Error | undefined): boolean {
  return error?.message === 'Query read timeout';
}

/**
 * One connection without an answer says that those open beside it lead nowhere either: a server that was moved or a firewall
 * that forgets does so to all at once. Each of them would keep another caller waiting for as long.
 */
function dropIdle(of: pg.Pool): void {
  for (let left = of.idleCount; left > 0; left--) of.connect((_error, _client, release) => release(true));
}

function isRetryable(error: unknown): boolean {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';
  return /\b(P2034|40001|40P01)\b/.test(text) || text.includes('deadlock detected');
}
