import pg from 'pg';

/** The name begins so, that its owner knows what it was for. */
const PREFIX = 'latchkey_drill_';

/** Whether the role of this address may make databases beside its own. */
export async function mayCreateDatabases(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0]?.may ?? false;
  });
}

/**
 * Does `work` on an empty database of its own on the same server, and drops it whatever comes of it. `mark` (lower-case
 * letters and digits) is its name's end; one left behind under that name is dropped first.
 */
export function inScratchDatabase<T>(url: string, mark: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = nameOf(mark);
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  return withClient(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    try {
      return await work(scratch.href);
    } finally {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
}

/** Drops the database of this mark, which a killed process has left behind. */
export function dropScratchDatabase(url: string, mark: string): Promise<void> {
  const name = nameOf(mark);
  return withClient(url, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
}

function nameOf(mark: string): string {
  if (!/^[a-z0-9]{1,32}$/.test(mark)) throw new Error(`${mark} does not end a database's name`);
  return `${PREFIX}${mark}`;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection that dies between two statements fails the next one; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
