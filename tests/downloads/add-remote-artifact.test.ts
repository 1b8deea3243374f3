import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { addRemoteArtifact } from '@/lib/downloads/add-remote-artifact';
import { aDraft, byAdmin, releaseRow } from '../catalog/release-support';
import { useWorld } from '../storage/remote-world';
import { useDatabase } from '../support/database';

useDatabase();
const world = useWorld();

const CONTENT = Buffer.from('what lies elsewhere');
for (const path of ['/dl/acme%20pro.zip?v=1', '/dl/']) world.serve(path, (_request, response) => response.end(CONTENT));
world.serve('/empty.zip', (_request, response) => response.end());

const add = (releaseId: string, address: string, fileName = '') =>
  addRemoteArtifact({ releaseId, address, fileName, platform: 'Windows', actor: byAdmin }, world.edge);

test('a file elsewhere is fetched once, kept by its address with its size and hash, and may be published', async () => {
  const { releaseId } = await aDraft();
  const address = 'https://files.example.com/dl/acme%20pro.zip?v=1';
  expect(await add(releaseId, address)).toMatchObject({ ok: true, isNew: true });
  expect((await releaseRow(releaseId)).artifacts).toMatchObject([
    {
      fileName: 'acme pro.zip',
      platform: 'Windows',
      source: 'remote',
      location: address,
      sizeBytes: BigInt(CONTENT.length),
      sha256: createHash('sha256').update(CONTENT).digest('hex'),
      verifiedAt: expect.any(Date),
    },
  ]);
  expect(await publishDraft({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: true });
});

test.each([
  ['http://files.example.com/dl/', 'not_https'],
  ['https://127.0.0.1/dl/', 'private_address'],
  ['https://files.example.com/gone.zip', 'not_served'],
  ['https://files.example.com/empty.zip', 'file_empty'],
  ['https://files.example.com/dl/', 'file_name_invalid'],
  ['nonsense', 'address_invalid'],
])('%s is refused as %s, and the version stays without it', async (address, reason) => {
  const { releaseId } = await aDraft();
  expect(await add(releaseId, address)).toMatchObject({ ok: false, reason });
  expect((await releaseRow(releaseId)).artifacts).toEqual([]);
});
