import { z } from 'zod';
import { askToFinish } from '../../../../../uploads/ask-to-finish';
import { beginUpload } from '../../../../../uploads/begin-upload';
import { cancelUpload, retryUpload } from '../../../../../uploads/change-upload';
import { listUnfinished } from '../../../../../uploads/list-unfinished';
import { readUpload } from '../../../../../uploads/read-upload';
import { NO_DATE } from '../../../../../uploads/receive-file';
import { receivePart } from '../../../../../uploads/receive-part';
import { type ManageReply, operation } from '../../operation';
import { pageOf, pageQuery, presentPage } from '../../paging';
import { pageOfAll, refuse, refuseFields, releasePath, uuid, wholeNumber } from './fields';
import { findRelease } from './present-release';
import { fileShape, presentUpload, uploadSchema } from './present-upload';
import { refuseFile } from './say-uploads';

const uploadPath = z.object({ upload: uuid });
/** A part must arrive within a minute, over a slow line too. */
const LARGEST_PART_BYTES = 32 * 1024 * 1024;

async function tellUpload(
  uploadId: string,
  how: { status?: 201 | 202; location?: string } = {},
): Promise<ManageReply<z.input<typeof uploadSchema>>> {
  const upload = await readUpload(uploadId);
  return upload ? { ok: true, body: presentUpload(upload), ...how } : refuse('not_found');
}

export const listUploadsOperation = operation({
  id: 'releases.list_uploads',
  area: 'releases',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products/{number}/releases/{release}/uploads',
  summary: 'List what is on its way to a version, whoever sends it.',
  refusals: ['not_found'],
  pathSchema: releasePath,
  querySchema: pageQuery,
  answerSchema: pageOf(uploadSchema),
  handle: async ({ path, query }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const found = await listUnfinished(release.id);
    const present = (one: (typeof found)[number]) =>
      presentUpload({ ...one, releaseId: release.id, artifactId: undefined });
    return presentPage(pageOfAll(found, query), present);
  },
});

export const beginUploadOperation = operation({
  id: 'releases.begin_upload',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/releases/{release}/uploads',
  summary: 'Begin to send a file in parts, or go on with what you began.',
  description:
    'Name, size and sender recognise an unfinished upload; `received_bytes` says where the next part begins. What nobody goes on with is forgotten after a week.',
  refusals: ['not_found', 'file_name_taken', 'upload_in_progress', 'storage_failed'],
  success: 201,
  pathSchema: releasePath,
  bodySchema: z.object({ ...fileShape, size_bytes: z.int() }),
  answerSchema: uploadSchema,
  handle: async ({ path, body, caller, at }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const { file_name: fileName, size_bytes: sizeBytes, platform } = body;
    const file = { releaseId: release.id, fileName, sizeBytes, platform, modifiedAt: NO_DATE };
    const sender = { adminId: caller.customerId, sessionId: null, actor: caller.actor };
    const begun = await beginUpload(file, sender, at);
    if (!begun.ok) return refuseFile(begun.reason);
    return tellUpload(begun.uploadId, { status: 201, location: `/api/v1/admin/uploads/${begun.uploadId}` });
  },
});

export const readUploadOperation = operation({
  id: 'releases.read_upload',
  area: 'releases',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/uploads/{upload}',
  summary: 'Read how an upload stands.',
  refusals: ['not_found'],
  pathSchema: uploadPath,
  answerSchema: uploadSchema,
  handle: ({ path }) => tellUpload(path.upload),
});

export const sendPartOperation = operation({
  id: 'releases.send_part',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/uploads/{upload}/parts',
  summary: 'Send the next bytes of an upload.',
  description: 'Offset 0 begins anew. After a lost connection read the upload and go on at `received_bytes`.',
  refusals: ['not_found', 'upload_offset_wrong', 'upload_ended', 'too_large', 'storage_failed'],
  upload: { maxBytes: LARGEST_PART_BYTES },
  pathSchema: uploadPath,
  querySchema: z.object({ offset: wholeNumber('How many bytes stand before these.') }),
  answerSchema: uploadSchema,
  handle: async ({ path, query, caller, upload, at }) => {
    if (!upload) return refuseFields([{ field: 'body', problem: 'is missing' }]);
    const part = { uploadId: path.upload, adminId: caller.customerId, offset: query.offset, bytes: upload };
    const received = await receivePart({ ...part, mostBytes: LARGEST_PART_BYTES, at });
    return received.ok ? tellUpload(path.upload) : refuseFile(received.reason);
  },
});

export const finishUploadOperation = operation({
  id: 'releases.finish_upload',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/uploads/{upload}/finish',
  summary: 'Say that every byte was sent, and what their SHA-256 must be.',
  description: 'The store checks and keeps the file within seconds; read the upload to see what became of it.',
  refusals: ['not_found', 'upload_incomplete', 'upload_ended'],
  success: 202,
  pathSchema: uploadPath,
  bodySchema: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  answerSchema: uploadSchema,
  handle: async ({ path, body, caller, at }) => {
    const upload = await readUpload(path.upload);
    if (upload?.adminId !== caller.customerId) return refuse('not_found');
    const asked = await askToFinish(path.upload, body.sha256, at);
    return asked.ok ? tellUpload(path.upload, { status: 202 }) : refuseFile(asked.reason);
  },
});

export const retryUploadOperation = operation({
  id: 'releases.retry_upload',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/uploads/{upload}/retry',
  summary: 'Store a stalled upload again with the bytes that are here.',
  refusals: ['not_found', 'upload_ended'],
  success: 202,
  pathSchema: uploadPath,
  answerSchema: uploadSchema,
  handle: async ({ path, caller, at }) => {
    if (!(await readUpload(path.upload))) return refuse('not_found');
    const retried = await retryUpload({ uploadId: path.upload, actor: caller.actor, at });
    return retried.ok ? tellUpload(path.upload, { status: 202 }) : refuse('upload_ended');
  },
});

export const cancelUploadOperation = operation({
  id: 'releases.cancel_upload',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/uploads/{upload}',
  summary: 'Give an unfinished upload up and forget its bytes.',
  refusals: ['not_found', 'upload_ended'],
  success: 204,
  pathSchema: uploadPath,
  handle: async ({ path, caller, at }) => {
    if (!(await readUpload(path.upload))) return refuse('not_found');
    const cancelled = await cancelUpload({ uploadId: path.upload, actor: caller.actor, at });
    return cancelled.ok ? { ok: true, status: 204 } : refuse('upload_ended');
  },
});
