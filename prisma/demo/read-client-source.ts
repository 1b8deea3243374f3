import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The sample client that ships in the demo zips. Read from the store's folder, where every command is started. */
export function readClientSource(): Promise<string> {
  return readFile(path.resolve('lib/cli/demo-client.mjs'), 'utf8');
}
