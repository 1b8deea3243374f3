import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '../../../support/database';
import { aProduct } from '../../../support/factories';
import { aDataFolder } from '../../../uploads/support';
import { aCaller, auditOf } from './admin-calls';

useDatabase({ DATA_DIR: aDataFolder() });

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

function artifactsPath(path: string, name: string, content: Buffer, claimed = sha256(content)) {
  return `${path}/artifacts?file_name=${name}&size_bytes=${content.length}&sha256=${claimed}`;
}

/** A draft of a new product, begun by key. */
async function aDraft(version = '2.0.0') {
  const caller = await aCaller();
  const product = await aProduct();
  const releases = `/admin/products/${product.number}/releases`;
  const { json, headers } = await caller.call('POST', releases, { version, changelog_md: '- First' });
  return { ...caller, product, releases, release: json, path: headers.location?.slice('/api/v1'.length) ?? '' };
}

test('a script begins a version, sends its file and publishes it, all with one key', async () => {
  const { call, path, release, sid, releases } = await aDraft();
  expect(release).toMatchObject({ version: '2.0.0', channel: 'stable', state: 'draft', artifacts: [] });
  expect((await call('POST', `${path}/publish`)).json.code).toBe('release_without_file');
  const content = randomBytes(300_000);
  const sent = await call('POST', artifactsPath(path, 'acme.bin', content), content);
  expect(sent.status).toBe(201);
  expect(sent.json.artifact).toMatchObject({ file_name: 'acme.bin', size_bytes: 300_000, sha256: sha256(content) });
  expect((await call('POST', `${path}/publish`)).json).toMatchObject({ state: 'published' });
  expect((await call('GET', releases)).json.data).toMatchObject([{ version: '2.0.0', is_newest: true, files: 1 }]);
  const audited = await auditOf(release.id);
  expect(audited.map(({ action }) => action)).toEqual(['release.create', 'artifact.add', 'release.publish']);
  expect(audited.filter(({ via }) => via === `key:${sid}`)).toHaveLength(2);
});

test('the same file sent again is the one that is there, and another one of its name is refused', async () => {
  const { call, path } = await aDraft();
  const content = randomBytes(1_000);
  const first = await call('POST', artifactsPath(path, 'acme.bin', content), content);
  const again = await call('POST', artifactsPath(path, 'acme.bin', content), content);
  expect(again.json.artifact).toEqual(first.json.artifact);
  const other = randomBytes(1_000);
  const refused = await call('POST', artifactsPath(path, 'acme.bin', other), other);
  expect([refused.status, refused.json.code]).toEqual([409, 'file_name_taken']);
});

test('bytes that are not what was said are thrown away, and the name is free again', async () => {
  const { call, path } = await aDraft();
  const content = randomBytes(1_000);
  const wrong = await call('POST', artifactsPath(path, 'acme.bin', content, 'a'.repeat(64)), content);
  expect(wrong.json.errors).toEqual([{ field: 'sha256', problem: expect.stringContaining('thrown away') }]);
  for (const size of [999, 1_001]) {
    const asked = artifactsPath(path, 'acme.bin', content).replace('size_bytes=1000', `size_bytes=${size}`);
    expect((await call('POST', asked, content)).json.errors).toMatchObject([{ field: 'size_bytes' }]);
  }
  const noZip = await call('POST', artifactsPath(path, 'acme.zip', content), content);
  expect(noZip.json.errors).toEqual([{ field: 'body', problem: 'is no whole zip file' }]);
  const empty = await call('POST', artifactsPath(path, 'acme.bin', Buffer.alloc(0)), Buffer.alloc(0));
  expect(empty.json.errors).toMatchObject([{ field: 'size_bytes' }]);
  expect((await call('GET', `${path}/uploads`)).json.data).toEqual([]);
  expect((await call('POST', artifactsPath(path, 'acme.bin', content), content)).status).toBe(201);
});

test('a version is said of once, and a published one keeps its number', async () => {
  const { call, path, releases } = await aDraft();
  const taken = await call('POST', releases, { version: '2.0.0' });
  expect([taken.status, taken.json.code]).toEqual([409, 'version_exists']);
  const wrong = await call('POST', releases, { version: 'two point one', released_on: '2999-01-01' });
  expect(wrong.json.errors.map(({ field }: { field: string }) => field)).toEqual(['version', 'released_on']);
  expect((await call('PATCH', path, { version: '2.0.1' })).json).toMatchObject({
    version: '2.0.1',
    changelog_md: '- First',
  });
  const content = randomBytes(100);
  await call('POST', artifactsPath(path, 'acme.bin', content), content);
  await call('POST', `${path}/publish`);
  expect((await call('PATCH', path, { version: '3.0.0' })).json.code).toBe('version_published');
  expect((await call('PATCH', path, { upgrade_notice: 'Back up first' })).json).toMatchObject({
    upgrade_notice: 'Back up first',
    state: 'published',
  });
});

test('a published version is withdrawn with a reason, restored, and made a draft again', async () => {
  const { call, path } = await aDraft();
  const content = randomBytes(100);
  const sent = await call('POST', artifactsPath(path, 'acme.bin', content), content);
  expect((await call('POST', `${path}/yank`, { reason: 'Too early' })).json.code).toBe('release_not_published');
  await call('POST', `${path}/publish`);
  expect((await call('DELETE', `${path}/artifacts/${sent.json.artifact.id}`)).json.code).toBe('release_published');
  expect((await call('POST', `${path}/yank`, { reason: ' ' })).json.errors).toMatchObject([{ field: 'reason' }]);
  const withdrawn = await call('POST', `${path}/yank`, { reason: 'It deletes copies' });
  expect(withdrawn.json).toMatchObject({ state: 'withdrawn', withdrawal_reason: 'It deletes copies' });
  expect((await call('POST', `${path}/unpublish`)).json.code).toBe('release_withdrawn');
  expect((await call('POST', `${path}/restore`)).json).toMatchObject({ state: 'published', withdrawn_at: null });
  expect((await call('POST', `${path}/unpublish`)).json).toMatchObject({ state: 'draft' });
  expect((await call('DELETE', `${path}/artifacts/${sent.json.artifact.id}`)).status).toBe(204);
  expect((await call('GET', path)).json.artifacts).toEqual([]);
});

test('an address that leads inside is neither fetched nor added', async () => {
  const { call, path } = await aDraft();
  for (const address of ['https://127.0.0.1/acme.zip', 'https://[::1]/acme.zip', 'https://169.254.169.254/acme.zip']) {
    const checked = await call('POST', '/admin/remote-file-checks', { address });
    expect(checked.json.errors).toEqual([{ field: 'address', problem: 'leads into a private network' }]);
    const added = await call('POST', `${path}/remote-artifacts`, { address });
    expect(added.json.errors).toEqual(checked.json.errors);
  }
  const plain = await call('POST', '/admin/remote-file-checks', { address: 'http://example.com/acme.zip' });
  expect(plain.json.errors).toMatchObject([{ problem: 'does not begin with https' }]);
  expect(await db().artifact.count({ where: { source: 'remote' } })).toBe(0);
});

test('a version of another product is not found', async () => {
  const { call, release } = await aDraft();
  const other = await aProduct();
  const path = `/admin/products/${other.number}/releases/${release.id}`;
  for (const [method, rest] of [
    ['GET', ''],
    ['PATCH', ''],
    ['POST', '/publish'],
    ['POST', '/restore'],
    ['GET', '/uploads'],
  ] as const) {
    const body = method === 'GET' ? undefined : {};
    expect((await call(method, path + rest, body)).status).toBe(404);
  }
});
