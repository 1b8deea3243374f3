import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Env } from '../env';

const login = z.object({ email: z.string(), password: z.string() });
const demoFactsSchema = z.looseObject({ admin: login, buyer: login });

/** What the seed says about the demo store it made; further facts are passed on as they are. */
export type DemoFacts = z.infer<typeof demoFactsSchema>;

/** Writes demo.json for scripts and the demo client, readable by the store's own user only. */
export function writeDemoFacts(env: Pick<Env, 'dataDir' | 'publicUrl'>, facts: DemoFacts): void {
  const file = fileIn(env.dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...facts, url: env.publicUrl }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What an earlier start wrote; undefined when there is none. */
export function readDemoFacts(env: Pick<Env, 'dataDir'>): DemoFacts | undefined {
  const file = fileIn(env.dataDir);
  if (!existsSync(file)) return undefined;
  const read = demoFactsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return read.success ? read.data : undefined;
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'demo.json');
}
