import { readFileSync } from 'node:fs';
import path from 'node:path';

type Login = { email: string; password: string };

/** What the store under test wrote about itself at its first start. */
export function demoFacts(): { url: string; admin: Login; buyer: Login; productId: number; adminApiKey: string } {
  const file = path.join(process.env.JOURNEY_DATA_DIR ?? '', 'demo.json');
  return JSON.parse(readFileSync(file, 'utf8')); // written by the store itself
}
