import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerClientCall } from '@/lib/server/client-lane';
import { useDatabase } from '../support/database';

useDatabase();

const senders: Socket[] = [];
const server = createServer((request, response) => void answerClientCall(request, response));

afterEach(() => {
  for (const sender of senders) sender.destroy();
  server.close();
  server.closeAllConnections();
});

/** Somebody who announces a body and never sends it. */
function aDawdler(port: number): Promise<void> {
  const head =
    'POST /?wc-api=wc-am-api HTTP/1.1\r\nHost: store\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
  return new Promise((resolve, reject) => {
    const sender = connect(port, '127.0.0.1', () => sender.write(head, () => resolve()));
    sender.on('error', reject);
    senders.push(sender);
  });
}

test('a thousand senders who never finish their bodies shut nobody else out', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await Promise.all(Array.from({ length: 1_001 }, () => aDawdler(port)));
  const query = 'wc-api=wc-am-api&wc_am_action=status&api_key=unknown&product_id=1&instance=i';
  const answer = await fetch(`http://127.0.0.1:${port}/?${query}`);
  expect([answer.status, await answer.json()]).toMatchObject([200, { success: false, code: '100' }]);
});
