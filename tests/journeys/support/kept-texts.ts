import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inStore } from './store-rows';

/** A place where a store keeps something, and all of it as text. */
export type KeptText = { place: string; text: string };

// What a store must have in clear to open itself and its demo; what the journeys keep there; what PostgreSQL alone reads.
const LEFT_OUT = new Set(['demo.json', 'keyring.json', 'postgres.json', 'authenticators.json', 'owner-session.json']);
const CLUSTER = `postgres${path.sep}`;

/** Everything that the store under test keeps: each row of each table, and each file of its data folder. */
export async function keptTexts(): Promise<KeptText[]> {
  const tables = await inStore<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const each = tables.map(
    ({ name }) => `SELECT 'table ${name}' AS place, coalesce(string_agg(t::text, E'\\n'), '') AS text FROM ${name} t`,
  );
  return [...(await inStore<KeptText>(each.join(' UNION ALL '))), ...keptFiles()];
}

function keptFiles(): KeptText[] {
  const folder = process.env.JOURNEY_DATA_DIR ?? '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !LEFT_OUT.has(file) && !file.startsWith(CLUSTER))
    .map((file) => ({ place: file, text: readFileSync(path.join(folder, file), 'latin1') }));
}

/** Where a secret stands, as it is or as a URL, Base64 (at any offset) or PostgreSQL's hexadecimal digits write it. */
export function placesOf(secret: string, texts: KeptText[]): string[] {
  const shapes = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...inBase64(secret)];
  return texts.filter(({ text }) => shapes.some((shape) => text.includes(shape))).map(({ place }) => place);
}

function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const written = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64');
    // The characters at both ends also depend on what stands beside the secret.
    const inner = written.replace(/=+$/, '').slice(Math.ceil((offset * 4) / 3), -1);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
