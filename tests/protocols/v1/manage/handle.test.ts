import { expect, test } from 'vitest';
import { useDatabase } from '../../../support/database';
import { manageCall } from '../../../support/manage-calls';

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
