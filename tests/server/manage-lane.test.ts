import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerManageCall } from '@/lib/server/manage-lane';

const opened: { close: () => void }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

async function answerBeside(headers: Record<string, string>): Promise<Response> {
  const server = createServer((request, response) => void answerManageCall(request, response, headers));
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening TCP server is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/api/v1/nowhere`, { headers: { connection: 'close' } });
}

test('an answer carries the headers of every answer beside its own', async () => {
  const { status, headers } = await answerBeside({ 'x-content-type-options': 'nosniff' });
  expect(status).toBe(404);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
});

test('where both name one header, the answer’s own stands and stands once', async () => {
  const { headers } = await answerBeside({ 'cache-control': 'public', 'referrer-policy': 'no-referrer' });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});
