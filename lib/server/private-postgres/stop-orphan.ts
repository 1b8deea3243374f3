import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../../errors';

const STOP_MS = 30_000;

/**
 * A store that was killed leaves its PostgreSQL running. It is known by answering to this data folder's own password,
 * and is stopped in order. A process that merely has the same number is left alone.
 */
export async function stopOrphan(cluster: string, urlOnPort: (port: number) => string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !(await answers(urlOnPort(port)))) return;
  process.kill(pid, 'SIGINT');
  const end = performance.now() + STOP_MS;
  while (existsSync(pidFile)) {
    if (performance.now() > end) {
      throw new StartRefused(
        `A PostgreSQL left over from an earlier start (process ${pid}) does not stop. Stop it first.`,
      );
    }
    await wait(50);
  }
}

/** True when a PostgreSQL at `url` lets us in. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
