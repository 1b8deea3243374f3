import { createServer, type RequestListener, type Server } from 'node:http';
import { StartRefused } from '../errors';

const DRAIN_MS = 5_000;

export type Listening = { server: Server; stop: () => Promise<void> };

/** Opens the store's port. `stop` takes no new request, lets those in hand end for a few seconds, then closes them. */
export function listen(listener: RequestListener, { port, host }: { port: number; host: string }): Promise<Listening> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 20_000 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, port, host)));
    server.listen(port, host, () => resolve({ server, stop: () => drain(server) }));
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function refusal(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartRefused(`Port ${port} is taken by another program. Stop it, or set PORT to a free port.`);
  }
  if (code === 'EACCES') return new StartRefused(`Port ${port} may not be opened by this user. Set PORT to 8080.`);
  if (code === 'EADDRNOTAVAIL') return new StartRefused(`HOST ${host} is not an address of this machine.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartRefused(`HOST ${host} is not an address or a name that is known here.`);
  }
  return code === undefined ? error : new StartRefused(`HOST ${host} cannot be listened on (${code}).`);
}
