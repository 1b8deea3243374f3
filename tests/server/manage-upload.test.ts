import { createHash, randomBytes } from 'node:crypto';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { db } from '@/lib/db/client';
import { answerManageCall } from '@/lib/server/manage-lane';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { aDataFolder, aDraft } from '../uploads/support';

useDatabase({ DATA_DIR: aDataFolder() });

const server = createServer((request, response) => void answerManageCall(request, response));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

const MEGABYTE = 1024 ** 2;
const CONTENT = randomBytes(24 * MEGABYTE);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

async function aKey() {
  const { id } = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id, via: 'session:test' };
  const made = await createKey({ customerId: id, kind: 'standard', name: 'Release script', actor });
  if (!made.ok || made.value.kind === 'pair') throw new Error('No standard key was made');
  return made.value.key;
}

type Sent = { status: number; json: Awaited<ReturnType<Response['json']>> };

/** Sends bytes as curl does, and reads the answer that comes, also while bytes are still on their way. */
function post(path: string, key: string, bytes: Buffer): Promise<Sent> {
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, 'content-length': bytes.length };
    const sending = ask({ host: '127.0.0.1', port, method: 'POST', path: `/api/v1${path}`, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
        sending.destroy();
      });
    });
    sending.on('error', reject);
    sending.end(bytes);
  });
}

async function aVersion() {
  const { product, releaseId } = await aDraft();
  const query = `file_name=acme.bin&sha256=${SHA256}&size_bytes=`;
  return { releaseId, path: `/admin/products/${product.number}/releases/${releaseId}/artifacts?${query}` };
}

test('a file sent by key goes through the server into its version', async () => {
  const { path, releaseId } = await aVersion();
  const sent = await post(path + CONTENT.length, await aKey(), CONTENT);
  expect(sent).toMatchObject({ status: 201, json: { artifact: { sha256: SHA256, size_bytes: CONTENT.length } } });
  expect(await db().artifact.count({ where: { releaseId, sha256: SHA256 } })).toBe(1);
});

test('whoever sends more than was said hears it as an answer, not as a broken line', async () => {
  const { path, releaseId } = await aVersion();
  const refused = await post(`${path}1000`, await aKey(), CONTENT);
  expect(refused).toMatchObject({ status: 400, json: { errors: [{ field: 'size_bytes' }] } });
  expect(await db().upload.findFirst({ where: { releaseId } })).toMatchObject({ state: 'cancelled' });
});

test('bytes of a caller who may not send them are not read, and the answer still comes', async () => {
  const { path, releaseId } = await aVersion();
  const refused = await post(path + CONTENT.length, `${await aKey()}x`, CONTENT);
  expect(refused).toMatchObject({ status: 401, json: { code: 'invalid_key' } });
  expect(await db().upload.count({ where: { releaseId } })).toBe(0);
});
