import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { manageCall } from '../support/manage-calls';

useDatabase();

const KEY_ID = 'a'.repeat(64);
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
let asked = 0;

/** The service's list of public keys, at the network's edge. */
const service = createServer((_request, response) => {
  asked++;
  const key = publicKey.export({ type: 'spki', format: 'pem' });
  response.end(JSON.stringify({ public_keys: [{ key_identifier: KEY_ID, key, is_current: true }] }));
});
beforeAll(() => new Promise<void>((resolve) => void service.listen(0, '127.0.0.1', () => resolve())));
afterAll(() => new Promise((resolve) => void service.close(resolve)));

function report(tokens: string[], { by = privateKey, keyId = KEY_ID } = {}) {
  const body = JSON.stringify(tokens.map((token) => ({ token, type: 'latchkey_key', url: 'https://example.test/x' })));
  const headers = {
    'github-public-key-identifier': keyId,
    'github-public-key-signature': sign('sha256', Buffer.from(body), by).toString('base64'),
  };
  return manageCall(undefined, 'POST', '/leaks/github', body, { headers });
}

test('a store that names no scanning service takes no reports and asks nobody', async () => {
  expect((await report(['x'])).status).toBe(404);
  expect(asked).toBe(0);
});

test('a signed report ends the keys in it and says which were live; any other changes nothing', async () => {
  const { port } = service.address() as AddressInfo; // a server that listens on a port has one
  setEnv({ ...env(), secretScanningUrl: `http://127.0.0.1:${port}/keys` });
  const { value, key } = await anAccessKey();
  const state = async () => (await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).state;
  for (const forged of [{ by: stranger.privateKey }, { keyId: 'b'.repeat(64) }]) {
    const answer = await report([value], forged);
    expect(`${answer.status} ${answer.json.code}`).toBe('401 signature_invalid');
  }
  expect(await state()).toBe('active');
  // An unknown key of theirs was looked for once more, and then not for a minute.
  expect(asked).toBeLessThanOrEqual(2);
  const unknown = newDeveloperKey('secret');
  expect((await report([value, unknown])).json).toEqual([
    { token_raw: value, token_type: 'latchkey_key', label: 'true_positive' },
    { token_raw: unknown, token_type: 'latchkey_key', label: 'false_positive' },
  ]);
  expect(await state()).toBe('disabled');
});

test('a service out of reach is a reason to try again', async () => {
  setEnv({ ...env(), secretScanningUrl: 'http://127.0.0.1:9/keys' });
  const answer = await report(['x']);
  expect(`${answer.status} ${answer.json.code}`).toBe('503 busy');
  expect(answer.headers['retry-after']).toBe('60');
});
