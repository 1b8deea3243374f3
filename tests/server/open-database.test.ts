import { expect, test } from 'vitest';
import { waitFor } from '@/lib/server/open-database';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';

test('a database that does not answer is said once to be waited for, with its host, the time and no password', async () => {
  const port = await findFreePort(undefined);
  const lines: string[] = [];
  const url = `postgresql://store:geheim@127.0.0.1:${port}/store`;
  await expect(waitFor(url, 1_200, (line) => lines.push(line))).rejects.toThrow(
    `The database of DATABASE_URL at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
  expect(lines).toEqual([`Database: waiting up to 2 seconds for the one of DATABASE_URL at 127.0.0.1:${port}`]);
});

test('the socket folder of a database without a host is named', async () => {
  const lines: string[] = [];
  const refused = waitFor('postgresql:///store?host=/nowhere/sockets', 0, (line) => lines.push(line));
  await expect(refused).rejects.toThrow('The database of DATABASE_URL at /nowhere/sockets cannot be used');
});

test('nothing is said of waiting for a database that answers, or that says no', async () => {
  const lines: string[] = [];
  const url = new URL(process.env.TEST_ADMIN_URL ?? '');
  await waitFor(url.href, 60_000, (line) => lines.push(line));
  url.password = 'wrong-password';
  await expect(waitFor(url.href, 60_000, (line) => lines.push(line))).rejects.toThrow('password authentication failed');
  expect(lines).toEqual([]);
});
