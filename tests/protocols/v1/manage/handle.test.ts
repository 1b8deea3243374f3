import { expect, test } from 'vitest';
import { GET, PUT } from '@/app/api/v1/[...call]/route';
import { GET as readDocument } from '@/app/openapi.json/route';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { db } from '@/lib/db/client';
import { refuseBusy } from '@/lib/protocols/v1/manage/handle';
import { useDatabase } from '../../../support/database';
import { exchangeOf, manageCall } from '../../../support/manage-calls';

useDatabase();

test('an address that nothing lives at is a problem with a code and a request id', async () => {
  const answer = await manageCall(undefined, 'GET', '/no-such-thing');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ code: 'not_found', request_id: answer.headers['x-request-id'] });
});

test('1.01 a call without a key is refused and says where the key goes', async () => {
  const answer = await manageCall(undefined, 'GET', '/whoami');
  expect(answer.status).toBe(401);
  expect(answer.json).toMatchObject({ code: 'key_missing' });
});

test('another method is refused with those that are there', async () => {
  const answer = await manageCall(undefined, 'PATCH', '/whoami');
  expect(answer.status).toBe(405);
  expect(answer.headers.allow).toBe('GET, HEAD');
});

test('a browser is told nothing that would let a page of another origin call', async () => {
  const answer = await manageCall(undefined, 'OPTIONS', '/whoami');
  expect(answer.status).toBe(204);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('a question for the head only is answered as the whole one would be, without its body', async () => {
  const whole = await manageCall(undefined, 'GET', '/openapi.json');
  const head = await manageCall(undefined, 'HEAD', '/openapi.json');
  expect([head.status, head.text, head.headers.etag]).toEqual([200, '', whole.headers.etag]);
});

test('a slash that is encoded never makes two parts of one', async () => {
  const answer = await manageCall(undefined, 'GET', '/api-keys/a%2Fevents');
  expect(answer.json.code).toBe('key_missing');
  expect((await manageCall(undefined, 'GET', '/api-keys/%E0%A4%A')).json.code).toBe('not_found');
});

test('a host with Next only has the same answers', async () => {
  const ask = (path: string, method = 'GET') => new Request(`http://localhost:3000${path}`, { method });
  const [whoami, put, document] = await Promise.all([
    GET(ask('/api/v1/whoami')),
    PUT(ask('/api/v1/whoami', 'PUT')),
    readDocument(ask('/openapi.json')),
  ]);
  expect([whoami.status, put.status, document.status]).toEqual([401, 405, 200]);
  expect(await whoami.json()).toMatchObject({ code: 'key_missing', request_id: whoami.headers.get('x-request-id') });
});

test('a call refused because too many were in hand names itself, and is noted by that name', async () => {
  const whoami = exchangeOf(undefined, { method: 'GET', path: '/api/v1/whoami', query: '', body: undefined });
  const answer = refuseBusy(whoami);
  const told = JSON.parse(String(answer.body));
  expect(told).toMatchObject({ code: 'busy', request_id: expect.stringMatching(/^req_[0-9a-f]{32}$/) });
  expect(answer.headers['x-request-id']).toBe(told.request_id);
  await flushAccessNotes();
  const noted = await db().accessCall.findMany({ where: { requestId: told.request_id } });
  expect(noted).toMatchObject([{ operation: 'account.whoami', status: 503, outcome: 'busy' }]);
});
