import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { VERIFY_JS, VERIFY_PHP } from '@/app/developers/webhooks/samples';
import { newSigningSecret, signedHeaders } from '@/lib/webhooks/signing-secret';
import { hasPhp, runPhp } from '../../support/run-php';

const folder = mkdtempSync(path.join(os.tmpdir(), 'samples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = newSigningSecret();
const body = '{"type":"order.paid","note":"ümläut"}';
const at = new Date();
const old = new Date(at.getTime() - 301_000);
const headersOf = (secrets: string[], sentAt = at) => signedHeaders({ id: 'msg_1', at: sentAt, body }, secrets);

const cases = [
  { what: 'a true message', headers: headersOf([secret]), body, isTrue: true },
  { what: 'one signed by two secrets', headers: headersOf([newSigningSecret(), secret]), body, isTrue: true },
  { what: 'another body', headers: headersOf([secret]), body: `${body} `, isTrue: false },
  { what: 'another secret', headers: headersOf([newSigningSecret()]), body, isTrue: false },
  { what: 'an old message', headers: headersOf([secret], old), body, isTrue: false },
  { what: 'no signature', headers: { 'webhook-id': 'msg_1' }, body, isTrue: false },
];

test.each(cases)('the JavaScript sample judges $what rightly', async (one) => {
  const file = path.join(folder, 'verify.mjs');
  writeFileSync(file, VERIFY_JS);
  const { verify } = await import(pathToFileURL(file).href);
  expect(verify(one.body, one.headers, secret)).toBe(one.isTrue);
});

test.skipIf(!hasPhp())('the PHP sample judges all of them rightly', () => {
  const call = `$cases = json_decode(stream_get_contents(STDIN), true);
    echo json_encode(array_map(fn ($one) => verify($one['body'], $one['headers'], $one['secret']), $cases));`;
  const input = JSON.stringify(cases.map((one) => ({ ...one, secret })));
  expect(JSON.parse(runPhp(`${VERIFY_PHP}\n${call}`, input))).toEqual(cases.map(({ isTrue }) => isTrue));
});
