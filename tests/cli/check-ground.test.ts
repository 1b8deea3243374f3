import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGround } from '@/lib/cli/check-ground.mjs';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';

let folder: string;
let taken: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ground-'));
});

afterEach(() => {
  taken?.close();
  taken = undefined;
  rmSync(folder, { recursive: true });
});

test('a taken port is refused with one sentence, and no data folder is made', async () => {
  const port = await takePort();
  const dataDir = path.join(folder, 'data');
  await expect(ground({ dataDir, PORT: String(port), HOST: '127.0.0.1' })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or set PORT to a free port.`,
  );
  expect(existsSync(dataDir)).toBe(false);
});

test.each([
  ['is not an address of this machine', '198.51.100.7', 'HOST 198.51.100.7 is not an address of this machine.'],
  ['no machine has', 'http://localhost', 'HOST http://localhost is not an address or a name that is known here.'],
  ['cannot be listened on', 'fe80::1', /^HOST fe80::1 cannot be listened on \(E[A-Z]+\)\.$/],
])('a host that %s is refused with one sentence, and no data folder is made', async (_name, HOST, sentence) => {
  const dataDir = path.join(folder, 'data');
  const PORT = String(await findFreePort(undefined));
  await expect(ground({ dataDir, PORT, HOST })).rejects.toThrow(sentence);
  expect(existsSync(dataDir)).toBe(false);
});

test('a data folder that cannot be written is refused with one sentence', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const dataDir = path.join(file, 'data');
  await expect(ground({ dataDir })).rejects.toThrow(`The data folder ${dataDir} cannot be written.`);
});

test('looking leaves nothing behind', async () => {
  await ground({ dataDir: path.join(folder, 'deep', 'data') });
  expect(readdirSync(folder)).toEqual([]);
});

test('a Node that is too old is refused, and newer ones are not', async () => {
  await expect(ground({ dataDir: folder, nodeVersion: '18.20.4' })).rejects.toThrow(/Node 18.20.4 is too old/);
  await expect(ground({ dataDir: folder, nodeVersion: '20.18.0' })).rejects.toThrow(/20.19 or newer/);
  await ground({ dataDir: folder, nodeVersion: '20.19.0' });
  await ground({ dataDir: folder, nodeVersion: '24.1.0' });
});

type Wish = { dataDir: string; PORT?: string; HOST?: string; nodeVersion?: string };

function ground({ dataDir, nodeVersion = '20.19.0', ...environment }: Wish): Promise<void> {
  // Port 0 is not looked at: it is reported with the rest of the environment.
  return checkGround({ environment: { PORT: '0', ...environment }, dataDir, nodeVersion });
}

async function takePort(): Promise<number> {
  const server = createServer();
  taken = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('A TCP server has a port');
  return address.port;
}
