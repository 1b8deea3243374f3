import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on a loopback port for the length of one test, which answers as told at that moment. */
export async function aStubServer(answer: RequestListener = () => {}) {
  const stub = { answer, asked: 0, host: '127.0.0.1', port: 0, url: '' };
  const server = createServer((request, response) => {
    stub.asked++;
    request.resume();
    stub.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, stub.host, resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  stub.port = (server.address() as AddressInfo).port; // it listens on TCP
  stub.url = `http://${stub.host}:${stub.port}`;
  return stub;
}
