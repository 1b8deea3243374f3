import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env, readEnv, setEnv } from '@/lib/env';
import { parseKeyring, setKeyring } from '@/lib/secrets/keyring';
import { answerRequests } from '@/lib/server/answer-requests';

// The store's listener in a process of its own, so that its memory is measured and nothing else's.
const result = readEnv({ DATABASE_URL: process.env.DATABASE_URL, DATA_DIR: process.env.DATA_DIR });
const ring = parseKeyring(process.env.KEYRING ?? '');
if (!result.ok || !ring.ok) throw new Error('The store needs DATABASE_URL, DATA_DIR and KEYRING');
setEnv(result.env);
setKeyring(ring.keyring);

let peak = 0;
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(look, 20);
process.on('message', (word) => {
  if (word === 'reset') peak = 0;
  look();
  process.send?.({ peak });
});

const pages = async () => {
  throw new Error('No page is asked for');
};
const server = createServer(answerRequests({ env: env(), isDev: false, pages, demoPayments: undefined }));
server.listen(0, '127.0.0.1', () => {
  // An address of a listening TCP server is never a pipe's name.
  process.send?.({ port: (server.address() as AddressInfo).port });
});
