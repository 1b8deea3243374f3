import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { GET, POST } from '@/app/api/auth/[...nextauth]/route';
import { isUsedEndpoint } from '@/app/api/auth/[...nextauth]/used-endpoints';

const ask = (method: 'GET' | 'POST', path: string) =>
  (method === 'GET' ? GET : POST)(new NextRequest(`http://store.test/api/auth/${path}`, { method }), {
    params: Promise.resolve({ nextauth: path.split('/') }),
  });

test.each([
  ['GET', 'callback/credentials'],
  ['GET', 'verify-request'],
  ['GET', 'signin'],
  ['GET', 'signin/credentials'],
  ['GET', 'signout'],
  ['GET', 'error'],
  ['GET', 'providers'],
  ['GET', 'constructor'],
  ['POST', 'signin/credentials'],
  ['POST', 'callback/github'],
  ['POST', 'session'],
  ['POST', '_log'],
] as const)('%s /api/auth/%s is not there: no page and no fault of next-auth’s own is served', async (method, path) => {
  const answer = await ask(method, path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('Not found\n');
});

test.each([
  ['GET', 'csrf'],
  ['GET', 'session'],
  ['POST', 'callback/credentials'],
  ['POST', 'signout'],
])('%s /api/auth/%s stays for scripts that sign in', (method, path) => {
  expect(isUsedEndpoint(method, path.split('/'))).toBe(true);
});
