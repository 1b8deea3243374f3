import { readFile } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import { expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { endSession } from '@/lib/customers/end-session';
import { db } from '@/lib/db/client';
import { stagedPath } from '@/lib/uploads/staged-file';
import { PART_BYTES } from '@/lib/uploads/upload-limits';
import { useDatabase } from '../support/database';
import { aSession } from '../support/sessions';
import { aDataFolder, aFile, anAdmin, artifactOf, opened, sha256Of, useUploadLane } from '../uploads/support';

useDatabase({ DATA_DIR: aDataFolder() });
const lane = useUploadLane();

const problem = (answer: Response) => [answer.status, answer.headers.get('upload-problem')];
const offset = async (upload: { uploadId: string; permit: string }) =>
  Number((await lane.ask(upload, { method: 'HEAD' })).headers.get('upload-offset'));

async function anOpenUpload(facts: Parameters<typeof aFile>[0] = {}) {
  const [file, sender] = [await aFile(facts), await anAdmin()];
  return { ...file, sender, upload: await opened(file.chosen, sender) };
}

test('a file sent in parts becomes an artifact with the same hash', async () => {
  const { upload, content, sha256, chosen } = await anOpenUpload();
  expect((await lane.send(upload, 0, content.subarray(0, 60_000))).status).toBe(204);
  expect(await offset(upload)).toBe(60_000);
  expect((await lane.send(upload, 60_000, content.subarray(60_000))).status).toBe(204);
  expect((await lane.ask(upload, { method: 'POST', body: sha256 })).status).toBe(202);
  await expect.poll(async () => (await (await lane.ask(upload)).json()).state, { timeout: 20_000 }).toBe('ready');
  expect(await artifactOf(chosen.releaseId)).toMatchObject({ sha256, fileName: chosen.fileName });
});

test('after a cut in the middle of a part it goes on from the byte that arrived', async () => {
  const { upload, content, sha256 } = await anOpenUpload();
  await new Promise<void>((resolve) => {
    const cut = openRequest(`${lane.origin()}/uploads/${upload.uploadId}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-permit': upload.permit,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': content.length,
      },
    });
    cut.on('error', () => resolve());
    cut.write(content.subarray(0, 40_000), () => setImmediate(() => cut.destroy(new Error('cut'))));
  });
  // The cut part may still be on its way to the disk: who is refused for that asks again, as the browser does.
  let status = 409;
  while (status === 409) {
    const from = await offset(upload);
    expect(from).toBeLessThanOrEqual(40_000);
    status = (await lane.send(upload, from, content.subarray(from))).status;
  }
  expect(status).toBe(204);
  expect(await offset(upload)).toBe(content.length);
  expect(sha256Of(await readFile(stagedPath(upload.uploadId)))).toBe(sha256);
});

test('a part for another place than the end is refused and changes nothing', async () => {
  const { upload, content } = await anOpenUpload();
  await lane.send(upload, 0, content.subarray(0, 1_000));
  expect(problem(await lane.send(upload, 0, content.subarray(0, 1_000)))).toEqual([409, 'wrong_offset']);
  expect(problem(await lane.send(upload, 2_000, content.subarray(2_000)))).toEqual([409, 'wrong_offset']);
  expect(await offset(upload)).toBe(1_000);
});

test('more bytes than announced are refused and not written', async () => {
  const { upload, content } = await anOpenUpload();
  const tooMany = Buffer.concat([content, Buffer.from('!')]);
  expect(problem(await lane.send(upload, 0, tooMany))).toEqual([413, 'too_many_bytes']);
  expect(await offset(upload)).toBe(0);
});

test('a part larger than a part may be, or of unknown length, is refused', async () => {
  const { upload } = await anOpenUpload({ sizeBytes: PART_BYTES * 3 });
  const large = await lane.send(upload, 0, Buffer.alloc(PART_BYTES + 1));
  expect(problem(large)).toEqual([413, 'part_too_large']);
  const endless = new Request(`${lane.origin()}/uploads/${upload.uploadId}`, {
    method: 'PATCH',
    body: new Blob(['x']).stream(),
    // Node's own flag for a body without a length; the platform's type does not know it.
    ...({ duplex: 'half' } as object),
    headers: {
      'tus-resumable': '1.0.0',
      'upload-permit': upload.permit,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
  });
  expect(problem(await fetch(endless))).toEqual([413, 'part_too_large']);
});

test('finishing before every byte is here is refused, and with a nonsense hash too', async () => {
  const { upload, content, sha256 } = await anOpenUpload();
  await lane.send(upload, 0, content.subarray(0, 10));
  expect(problem(await lane.ask(upload, { method: 'POST', body: sha256 }))).toEqual([409, 'not_complete']);
  expect(problem(await lane.ask(upload, { method: 'POST', body: 'x'.repeat(64) }))).toEqual([400, 'hash_invalid']);
  expect(problem(await lane.ask(upload, { method: 'POST', body: 'a'.repeat(9_000) }))).toEqual([400, 'hash_invalid']);
});

test('who signed out is stopped at the next part, and goes on after signing in again', async () => {
  const { upload, content, chosen, sender } = await anOpenUpload();
  await lane.send(upload, 0, content.subarray(0, 500));
  await endSession({ customerId: sender.adminId, sessionId: sender.sessionId, actor: sender.actor });
  expect(problem(await lane.send(upload, 500, content.subarray(500)))).toEqual([401, 'signed_out']);
  const { id: sessionId } = await aSession({ customerId: sender.adminId });
  const again = await opened(chosen, { ...sender, sessionId });
  expect(again).toMatchObject({ uploadId: upload.uploadId, receivedBytes: 500 });
  expect((await lane.send(again, 500, content.subarray(500))).status).toBe(204);
});

test.each([
  ['is disabled', { disabledAt: new Date('2026-01-01') }],
  ['is no admin any more', { role: 'customer' as const }],
])('a person who %s is stopped at the next part', async (_what, data) => {
  const { upload, content, sender } = await anOpenUpload();
  await db().customer.update({ where: { id: sender.adminId }, data });
  expect(problem(await lane.send(upload, 0, content))).toEqual([401, 'signed_out']);
});

test('a session that has been idle too long sends nothing more', async () => {
  const { upload, content } = await anOpenUpload();
  setClockOffsetMs(13 * 3_600_000);
  expect(problem(await lane.send(upload, 0, content))).toEqual([401, 'signed_out']);
  setClockOffsetMs(0);
});

test('a permit opens its own upload only, and nothing without it', async () => {
  const [one, other] = [await anOpenUpload(), await anOpenUpload()];
  const crossed = { uploadId: one.upload.uploadId, permit: other.upload.permit };
  expect(problem(await lane.send(crossed, 0, one.content))).toEqual([401, 'permit_invalid']);
  const altered = { ...one.upload, permit: `A${one.upload.permit.slice(1)}`.replace(/^AA/, 'AB') };
  expect(problem(await lane.ask(altered))).toEqual([401, 'permit_invalid']);
  expect(problem(await lane.ask({ ...one.upload, permit: '' }))).toEqual([401, 'permit_invalid']);
  const unknown = { uploadId: crypto.randomUUID(), permit: one.upload.permit };
  expect(problem(await lane.ask(unknown))).toEqual([401, 'permit_invalid']);
});

test('the same file opened in a second window goes on there, and the first is told', async () => {
  const { upload, content, chosen, sender } = await anOpenUpload();
  await lane.send(upload, 0, content.subarray(0, 700));
  const second = await opened(chosen, sender);
  expect(second.receivedBytes).toBe(700);
  expect(problem(await lane.send(upload, 700, content.subarray(700)))).toEqual([403, 'taken_over']);
  expect((await lane.send(second, 700, content.subarray(700))).status).toBe(204);
});

test('when its version is deleted meanwhile, the sender hears that the upload is gone', async () => {
  const { upload, content, chosen } = await anOpenUpload();
  await lane.send(upload, 0, content.subarray(0, 700));
  await db().release.delete({ where: { id: chosen.releaseId } });
  expect(problem(await lane.send(upload, 700, content.subarray(700)))).toEqual([404, 'upload_not_found']);
});

test('another site’s page sends nothing, whatever it knows, and no other method is answered', async () => {
  const { upload, content } = await anOpenUpload();
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' };
  expect((await lane.ask(upload, { method: 'PATCH', body: new Uint8Array(content), headers: foreign })).status).toBe(
    403,
  );
  expect((await lane.ask(upload, { method: 'POST', body: 'x', headers: foreign })).status).toBe(403);
  expect((await lane.ask(upload, { method: 'DELETE' })).status).toBe(405);
  const options = await lane.ask(upload, { method: 'OPTIONS', headers: { origin: 'https://evil.test' } });
  expect([options.status, options.headers.get('access-control-allow-origin')]).toEqual([405, null]);
});
