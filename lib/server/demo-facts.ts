import path from 'node:path';
import { z } from 'zod';
import type { Env } from '../env';
import { readPrivateJson, writePrivateFile } from './private-files';

const login = z.object({ email: z.string(), password: z.string() });
const demoFactsSchema = z.looseObject({ admin: login, buyer: login });

/** What the seed says about the demo store it made; further facts are passed on as they are. */
export type DemoFacts = z.infer<typeof demoFactsSchema>;

const REMEDY = 'It holds the logins of the demo store: put it back from a copy, or move it away to go on without them.';

/** Writes demo.json for scripts and the demo client, readable by the store's own user only. */
export function writeDemoFacts(env: Pick<Env, 'dataDir' | 'publicUrl'>, facts: DemoFacts): void {
  writePrivateFile(fileIn(env.dataDir), `${JSON.stringify({ ...facts, url: env.publicUrl }, null, 2)}\n`);
}

/** What an earlier start wrote; undefined when there is none. */
export function readDemoFacts(env: Pick<Env, 'dataDir'>): DemoFacts | undefined {
  const read = demoFactsSchema.safeParse(readPrivateJson(fileIn(env.dataDir), REMEDY));
  return read.success ? read.data : undefined;
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'demo.json');
}
