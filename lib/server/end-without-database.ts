import path from 'node:path';
import type { Env } from '../env';
import { clusterPaths } from './private-postgres/cluster-files';
import type { StopList } from './stop-list';

const PATIENCE_MS = 10_000;

/**
 * Ends the store with exit code 1 after its private PostgreSQL has ended by itself: whoever keeps the store running starts
 * it again, and that start begins with a database. Does nothing to a store that is being stopped.
 */
export async function endWithoutDatabase(how: string, { dataDir }: Env, stops: StopList): Promise<void> {
  if (stops.isRunning()) return;
  const log = path.resolve(clusterPaths(dataDir).log);
  console.error(`The private PostgreSQL ended by itself (${how}), so the store stops; ${log} may say why.`);
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  await stops.run();
  process.exit(1);
}
