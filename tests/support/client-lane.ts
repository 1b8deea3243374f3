import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GET, POST } from '@/app/api/wc-am/route';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { answerClientCall } from '@/lib/server/client-lane';

/** A way to send one client call and read its JSON. */
export type Door = (target: string, init?: RequestInit) => Promise<Response>;

/** The client lane on a loopback port of its own, as lib/server runs it. */
export async function openLane(): Promise<{ door: Door; port: number; close: () => Promise<void> }> {
  // Trouble inside is a polite 503 on the wire; a test must see what it was.
  reportCallErrors((error) => console.error(error));
  const server: Server = createServer((request, response) => void answerClientCall(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening TCP server is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    door: (target, init) => fetch(`http://127.0.0.1:${port}${target}`, init),
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Next's route handler, called as Next calls it. */
export const routeDoor: Door = (target, init) => {
  const request = new Request(`http://store.example.test${target}`, init);
  return request.method === 'POST' ? POST(request) : GET(request);
};
