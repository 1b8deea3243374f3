import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-wrong-use-'));
const HASH_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

let server: Server;
let url: string;
/** What the store was asked to do. */
let actions: string[] = [];
/** What it answers instead of an activation. */
let answer = '';
/** How it answers a download. */
let sendDownload: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    const action = new URL(request.url ?? '', url).searchParams.get('wc_am_action') ?? 'download';
    actions.push(action);
    if (action !== 'download') return void response.end(answer);
    sendDownload(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  actions = [];
  answer = '{"success":true,"activated":true,"message":"5 out of 5"}';
  sendDownload = (response) => response.end();
});

async function client(args: string[], dataDir = path.join(folder, 'none')) {
  const child = spawn(process.execPath, ['lib/cli/demo-client.mjs', ...args], {
    stdio: 'pipe',
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
}

/** One line for people: who speaks, and a sentence. */
function sentence(text: RegExp) {
  return expect.stringMatching(new RegExp(`^[a-z-]+ +${text.source}\\n$`));
}

const flags = (address: string) => ['--url', address, '--product', '101', '--key', 'lko_a_key_of_mine'];

test.each(['notaurl', 'localhost:3000', 'ftp://127.0.0.1', 'http://', 'http://me:secret@127.0.0.1'])(
  'an address that is none is one sentence: %s',
  async (address) => {
    const { code, err } = await client(flags(address));
    expect(code).toBe(1);
    expect(err).toEqual(
      sentence(/--url takes a store’s address like https:\/\/store\.example\.com, without a password\./),
    );
  },
);

test('a store that cannot be reached is told with its cause', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => closed.close(resolve));
  expect(await client(flags(`http://127.0.0.1:${port}`))).toMatchObject({
    code: 1,
    err: sentence(/The store at \S+ did not answer \(ECONNREFUSED\)\./),
  });
  expect(await client(flags('http://localhost:1'))).toMatchObject({
    code: 1,
    err: sentence(/The store at http:\/\/localhost:1 did not answer \(bad port\)\./),
  });
});

test.each(['null', '[]', '"yes"', 'no JSON'])(
  'an answer that no licence server gives is one sentence: %s',
  async (text) => {
    answer = text;
    expect(await client([...flags(url), '--only', 'activate'])).toMatchObject({
      code: 1,
      err: sentence(/The store did not answer as a licence server does\. Is the address right\?/),
    });
  },
);

test.each([
  ['missing/update.zip', /--out .*update\.zip cannot be written: there is no folder \S+missing\./],
  ['a-file/update.zip', /--out .*update\.zip cannot be written: there is no folder \S+a-file\./],
  ['a-folder', /--out .*a-folder cannot be written: it is a folder\./],
])('where the download cannot be kept is told before a place is taken: %s', async (out, said) => {
  writeFileSync(path.join(folder, 'a-file'), '');
  mkdirSync(path.join(folder, 'a-folder'), { recursive: true });
  expect(await client([...flags(url), '--out', path.join(folder, out)])).toMatchObject({
    code: 1,
    err: sentence(said),
  });
  expect(actions).toEqual([]);
});

test('a download that could not be kept after all is one sentence', async () => {
  const going = path.join(folder, 'going');
  mkdirSync(going);
  sendDownload = (response) => {
    rmSync(going, { recursive: true });
    response.end();
  };
  answer = '{"success":true,"data":{"package":{"new_version":"9.0.0","package":"/file.zip"}}}';
  const out = ['--only', 'update', '--sha256', HASH_OF_NOTHING, '--out', path.join(going, 'update.zip')];
  const { code, err } = await client([...flags(url), ...out]);
  expect(err).toEqual(sentence(/The download could not be kept in \S+update\.zip \(ENOENT\)\./));
  expect(code).toBe(1);
});

test('a download that breaks off is one sentence', async () => {
  sendDownload = (response) => {
    response.writeHead(200, { 'content-length': 10 });
    response.write('12345', () => response.destroy());
  };
  answer = '{"success":true,"data":{"package":{"new_version":"9.0.0","package":"/file.zip"}}}';
  expect(await client([...flags(url), '--only', 'update'])).toMatchObject({
    code: 1,
    err: sentence(/The store at \S+ did not answer \(.+\)\./),
  });
});

test.each(['{"url": "http://', 'null', ''])('damaged presets are named with their file: %j', async (text) => {
  const dataDir = mkdtempSync(path.join(folder, 'data-'));
  writeFileSync(path.join(dataDir, 'demo.json'), text);
  expect(await client(['--key', 'x'], dataDir)).toMatchObject({
    code: 1,
    err: sentence(/\S+demo\.json is damaged\. Move it away and give --url, --key and --product here\./),
  });
});
