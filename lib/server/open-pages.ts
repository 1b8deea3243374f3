import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import type { Env } from '../env';

export type Pages = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  stop: () => Promise<void>;
};

/** Next, in this process and without a port of its own. */
export async function openPages({ root, isDev, env }: { root: string; isDev: boolean; env: Env }): Promise<Pages> {
  const { hostname } = new URL(env.publicUrl);
  const app = next({ dir: root, dev: isDev, hostname, port: env.port, quiet: !isDev });
  await app.prepare();
  const answer = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    answer: (request, response) => answer(request, response),
    // Only hot reload speaks over a web socket.
    upgrade: (request, socket, head) => {
      if (isDev) void upgrade(request, socket, head);
      else socket.destroy();
    },
    stop: () => app.close(),
  };
}
