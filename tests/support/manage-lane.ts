import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { answerClientCall, isClientCall } from '@/lib/server/client-lane';
import { answerManageCall, isManageCall } from '@/lib/server/manage-lane';

/** The two lanes of `/api/v1` on a loopback port, chosen between as lib/server does. */
export async function openManageLane(): Promise<{ store: string; close: () => Promise<void> }> {
  reportCallErrors((error) => console.error(error));
  const server = createServer((request, response) => {
    if (isClientCall(request)) void answerClientCall(request, response);
    else if (isManageCall(request)) void answerManageCall(request, response);
    else response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening TCP server is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    store: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
