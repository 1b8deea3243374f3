import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import next from 'next';
import { levelCallLimits } from '../call-limits/level-buckets';
import { closeDb } from '../db/client';
import { setEnv } from '../env';
import { setStripeConnection } from '../payments/stripe-client';
import { setKeyring } from '../secrets/keyring';
import { setWaysOutMemory } from '../ways-out';
import { logCallErrors } from './log-call-errors';
import { logPageErrors } from './log-page-errors';
import type { PagesFacts } from './open-pages';
import { repeat } from './repeat';
import { makeStopList } from './stop-list';
import { watchClock } from './watch-clock';
import { CLIENT_NOTES_MS, writeClientNotes } from './write-client-notes';

// The thread that renders the pages (ADR 0064): Next behind a socket that only this process can open. It shares no memory
// with the thread that started it but the note of what is out of reach, so it is told what start-up has found out, and keeps
// its own connections and notes.

// Only open-pages starts this file, and hands exactly these facts over.
const facts = workerData as PagesFacts;
const stops = makeStopList((name, error) => console.error(`Stopping ${name}: ${String(error)}`));

setEnv(facts.env);
setKeyring(facts.keyring);
setStripeConnection(facts.payments);
setWaysOutMemory(facts.waysOut);
logCallErrors();
const pageLog = logPageErrors();

stops.add('the database connections', closeDb);
stops.add("the pages' notes of client calls", repeat('client_notes.write', CLIENT_NOTES_MS, writeClientNotes, true));
stops.add("the pages' share of call limits", repeat('call_limits.level', 1_000, levelCallLimits));
if (facts.env.payments.mode === 'demo') {
  stops.add('the demo clock', await watchClock(facts.env.databaseUrl ?? '', () => {}));
}

const { hostname } = new URL(facts.env.publicUrl);
const app = next({ dir: facts.root, dev: false, hostname, port: facts.env.port });
await app.prepare();
const answer = app.getRequestHandler();
stops.add('the pages', () => app.close());

// The outer server has its limits; here a connection stays open for as long as the outer side wants to use it again.
const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, (request, response) => {
  pageLog.during(request, () =>
    answer(request, response).catch((error: unknown) => {
      console.error('pages.request.failed', error);
      response.destroy();
    }),
  );
});
stops.add('the inner server', async () => {
  server.close();
  server.closeAllConnections();
});
server.listen(facts.socket, () => parentPort?.postMessage('ready'));

parentPort?.once('message', async () => {
  await stops.run();
  process.exit(0);
});
