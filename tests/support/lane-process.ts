import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEnv, setEnv } from '@/lib/env';
import { parseKeyring, setKeyring } from '@/lib/secrets/keyring';
import { answerClientCall } from '@/lib/server/client-lane';
import { startChores } from '@/lib/server/start-chores';
import { makeStopList } from '@/lib/server/stop-list';

// The main module of the second process: tells its port and serves until it is ended.
const result = readEnv({ DATABASE_URL: process.env.DATABASE_URL });
const ring = parseKeyring(process.env.KEYRING ?? '');
if (!result.ok || !ring.ok) throw new Error('The second process needs DATABASE_URL and KEYRING');
setEnv(result.env);
setKeyring(ring.keyring);

// Ended without ceremony, as a process that is killed: nobody runs the stops.
startChores(makeStopList(() => {}));

const server = createServer((request, response) => void answerClientCall(request, response));
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  // An address of a listening TCP server is never a pipe's name.
  process.send?.((server.address() as AddressInfo).port);
});
