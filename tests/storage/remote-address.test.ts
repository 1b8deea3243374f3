import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { network } from '@/lib/storage/fetch-remote';
import { isPublicAddress } from '@/lib/storage/public-address';
import { readRemoteFile } from '@/lib/storage/read-remote-file';
import { checkRemoteAddress, measureRemoteFile } from '@/lib/storage/remote-address';
import { bytesOf } from './contract';
import { OUTSIDE, useWorld } from './remote-world';

const world = useWorld();
const { edge } = world;
const content = randomBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const URL_OF_FILE = 'https://files.example.com/app.zip';

world.serve('/app.zip', (request, response) => {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (first === undefined) return response.writeHead(200, { 'Content-Length': content.length }).end(content);
  return response.writeHead(206).end(content.subarray(Number(first), Number(last) + 1));
});
const redirect = (path: string, location: string) =>
  world.serve(path, (_request, response) => response.writeHead(302, { Location: location }).end());

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00:ec2::254',
  'fec0::1',
  '::ffff:127.0.0.1',
  '::ffff:93.184.216.34',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'ff02::1',
  'not an address',
])('%s is not of the open Internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([OUTSIDE, '8.8.8.8', '2606:2800:220:1::1'])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['http://files.example.com/app.zip', 'not_https'],
  ['file:///etc/passwd', 'not_https'],
  ['files.example.com/app.zip', 'address_invalid'],
  ['https://me:secret@files.example.com/app.zip', 'address_invalid'],
  ['https://127.0.0.1/', 'private_address'],
  ['https://2130706433/', 'private_address'],
  ['https://0x7f.1/', 'private_address'],
  ['https://0177.0.0.1/', 'private_address'],
  ['https://[::1]/', 'private_address'],
  ['https://[::ffff:169.254.169.254]/', 'private_address'],
  ['https://localhost/', 'private_address'],
  ['https://store.localhost/', 'private_address'],
])('%s is refused without a look at any name: %s', async (url, reason) => {
  expect(await checkRemoteAddress(url, edge)).toMatchObject({ ok: false, reason });
  expect(await measureRemoteFile(url, { edge })).toMatchObject({ ok: false, reason });
  expect([world.resolved, world.dialled]).toEqual([[], []]);
});

test('a name is refused when any of its addresses is an inner one, or it has none', async () => {
  world.names.set('mixed.example.com', [[OUTSIDE, '10.0.0.7']]);
  const refused = await checkRemoteAddress('https://mixed.example.com/app.zip', edge);
  expect(refused).toMatchObject({ reason: 'private_address', detail: expect.stringContaining('10.0.0.7') });
  expect(await checkRemoteAddress('https://unknown.example.com/', edge)).toMatchObject({ reason: 'name_not_found' });
  world.names.set('empty.example.com', [[]]);
  expect(await checkRemoteAddress('https://empty.example.com/', edge)).toMatchObject({ reason: 'name_not_found' });
  expect(world.dialled).toEqual([]);
});

test('a public file is measured: its size and SHA-256', async () => {
  expect(await checkRemoteAddress(URL_OF_FILE, edge)).toEqual({ ok: true });
  const progress: number[] = [];
  const measured = await measureRemoteFile(URL_OF_FILE, { edge, onProgress: (bytes) => progress.push(bytes) });
  expect(measured).toEqual({ ok: true, sizeBytes: content.length, sha256 });
  expect(progress.at(-1)).toBe(content.length);
  expect(world.asked[0]?.headers).not.toHaveProperty('cookie');
});

test('a name that leads inside a moment later changes nothing: what was checked is what is dialled', async () => {
  world.names.set('files.example.com', [[OUTSIDE], ['127.0.0.1']]);
  expect(await measureRemoteFile(URL_OF_FILE, { edge })).toMatchObject({ ok: true });
  expect(world.resolved).toEqual(['files.example.com']);
  expect(world.dialled).toEqual([{ name: 'files.example.com', addresses: [OUTSIDE] }]);
});

test('a redirect is followed when it leads outside, each hop checked and dialled anew', async () => {
  redirect('/moved.zip', 'https://cdn.example.net/app.zip');
  expect(await measureRemoteFile('https://files.example.com/moved.zip', { edge })).toMatchObject({ ok: true, sha256 });
  expect(world.dialled.map(({ addresses }) => addresses)).toEqual([[OUTSIDE], ['2606:2800:220:1::1']]);
});

test.each([
  ['https://169.254.169.254/latest/meta-data/', 'private_address'],
  ['https://inner.example.com/', 'private_address'],
  ['http://files.example.com/app.zip', 'not_https'],
  ['https://[', 'not_served'],
])('a redirect to %s is not followed: %s', async (target, reason) => {
  world.names.set('inner.example.com', [['10.0.0.5']]);
  redirect('/trap.zip', target);
  expect(await measureRemoteFile('https://files.example.com/trap.zip', { edge })).toMatchObject({ ok: false, reason });
  expect(world.dialled).toHaveLength(1);
});

test('redirects without end are given up', async () => {
  redirect('/round.zip', '/round.zip');
  const result = await measureRemoteFile('https://files.example.com/round.zip', { edge });
  expect(result).toMatchObject({ reason: 'too_many_redirects' });
  expect(world.dialled).toHaveLength(6);
});

test('a file that is not there, or comes packed, is not served', async () => {
  const missing = await measureRemoteFile('https://files.example.com/none.zip', { edge });
  expect(missing).toMatchObject({ reason: 'not_served', detail: expect.stringContaining('404') });
  world.serve('/packed.zip', (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x'));
  const packed = await measureRemoteFile('https://files.example.com/packed.zip', { edge });
  expect(packed).toMatchObject({ reason: 'not_served', detail: expect.stringContaining('gzip') });
});

test('a file that is too large is given up, whether it says so or only grows', async () => {
  const how = { edge, mostBytes: 100_000 };
  expect(await measureRemoteFile(URL_OF_FILE, how)).toMatchObject({ reason: 'too_large' });
  world.serve('/grows.zip', (_request, response) => {
    response.writeHead(200, { 'Transfer-Encoding': 'chunked' });
    response.end(content);
  });
  expect(await measureRemoteFile('https://files.example.com/grows.zip', how)).toMatchObject({ reason: 'too_large' });
});

test('a server that never ends, or breaks off, is one clear reason', async () => {
  world.serve('/slow.zip', (_request, response) => response.writeHead(200).write('a little'));
  const slow = await measureRemoteFile('https://files.example.com/slow.zip', { edge, mostMs: 300 });
  expect(slow).toMatchObject({ reason: 'timed_out' });
  world.serve('/cut.zip', (_request, response) => {
    response.writeHead(200, { 'Content-Length': 1000 }).write('half', () => response.destroy());
  });
  expect(await measureRemoteFile('https://files.example.com/cut.zip', { edge })).toMatchObject({
    reason: 'unreachable',
  });
});

test('a server with the certificate of another name is not spoken to', async () => {
  world.names.set('stranger.example.org', [[OUTSIDE]]);
  const result = await measureRemoteFile('https://stranger.example.org/app.zip', { edge });
  expect(result).toMatchObject({ reason: 'unreachable', detail: expect.stringMatching(/altnames/i) });
  expect(world.asked).toHaveLength(0);
});

test('the network is dialled at the checked address, and its name is never looked up', async () => {
  const socket = network.dial({ name: 'no-such-name.invalid', port: world.port(), addresses: ['127.0.0.1'] });
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  // It arrived at the test server, whose certificate nobody has vouched for.
  expect(error.message).toMatch(/self.signed|unable to verify/i);
});

test('a file outside streams through the store whole and in part', async () => {
  const file = { url: URL_OF_FILE, sizeBytes: content.length, sha256 };
  expect((await bytesOf(readRemoteFile(file, undefined, edge))).equals(content)).toBe(true);
  const part = await bytesOf(readRemoteFile(file, { first: 10, last: 19 }, edge));
  expect(part).toEqual(content.subarray(10, 20));
});

test('a file that was changed outside fails before its end', async () => {
  const file = { url: URL_OF_FILE, sizeBytes: content.length, sha256: 'ab'.repeat(32) };
  let received = 0;
  const reading = (async () => {
    for await (const chunk of readRemoteFile(file, undefined, edge)) received += chunk.length;
  })();
  await expect(reading).rejects.toThrow('SHA-256');
  expect(received).toBeLessThan(content.length);
});
