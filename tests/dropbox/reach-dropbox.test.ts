import type { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { startSave } from '@/lib/dropbox/save-by-url';
import { setTestEnv } from '../support/database';
import { aStubServer } from '../support/stub-server';

const access = { appKey: 'fakeappkey12345', refreshToken: 'refresh' };
const save = () => startSave(access, { path: '/a.zip', url: 'https://store.test/downloads/link' });
const says = (status: number, body: object) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('a Dropbox that keeps failing is not asked any more for a while; one that refuses always is', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const stub = await aStubServer(says(400, { error: 'invalid_grant' }));
  setTestEnv({ DROPBOX_URL: stub.url });
  for (let i = 0; i < 7; i++) expect(await save()).toMatchObject({ reason: 'connection_ended' });
  expect(stub.asked).toBe(7);

  stub.answer = says(503, {});
  for (let i = 0; i < 5; i++) expect(await save()).toMatchObject({ reason: 'dropbox_busy' });
  expect(await save()).toMatchObject({ reason: 'dropbox_busy', detail: expect.stringContaining('did not answer') });
  expect(stub.asked).toBe(12);

  stub.answer = says(400, { error: 'invalid_grant' });
  vi.setSystemTime(Date.now() + 10_000);
  expect(await save()).toMatchObject({ reason: 'connection_ended' });
});
