import { z } from 'zod';
import { removeArtifact } from '../../../../../catalog/remove-artifact';
import { addRemoteArtifact, testRemoteArtifact } from '../../../../../downloads/add-remote-artifact';
import { receiveFile } from '../../../../../uploads/receive-file';
import { LARGEST_FILE_BYTES } from '../../../../../uploads/upload-limits';
import { type ManageReply, operation } from '../../operation';
import { refuse, refuseFields, releasePath, uuid, wholeNumber } from './fields';
import { artifactSchema, findRelease, presentArtifact } from './present-release';
import { fileShape, sentSchema } from './present-upload';
import { refuseFile, refuseRemembered } from './say-uploads';

export const uploadFileOperation = operation({
  id: 'releases.upload_file',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/releases/{release}/artifacts',
  summary: 'Send a file of a version in one request.',
  description:
    'The body is the file as it is; size, SHA-256 and content are checked before it belongs to the version. It must arrive within a minute: a larger file is sent in parts by an upload. The same file again is the one that is there.',
  refusals: ['not_found', 'file_name_taken', 'upload_in_progress', 'upload_ended', 'too_large', 'storage_failed'],
  success: 201,
  upload: { maxBytes: LARGEST_FILE_BYTES },
  pathSchema: releasePath,
  querySchema: z.object({
    ...fileShape,
    size_bytes: wholeNumber('How many bytes the body has.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the body, in small hexadecimal digits.'),
  }),
  answerSchema: sentSchema,
  handle: async ({ path, query, caller, upload }): Promise<ManageReply<z.input<typeof sentSchema>>> => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    if (!upload) return refuseFields([{ field: 'body', problem: 'is missing' }]);
    const { file_name: fileName, size_bytes: sizeBytes, sha256, platform } = query;
    const file = { releaseId: release.id, fileName, sizeBytes, sha256, platform, bytes: upload };
    const received = await receiveFile(file, {
      adminId: caller.customerId,
      sessionId: null,
      actor: caller.actor,
    });
    if (!received.ok) return refuseFile(received.reason);
    const { upload: sent, artifactId } = received;
    if (sent?.state === 'refused' || sent?.state === 'stalled') return refuseRemembered(sent.problem);
    const artifact = (await findRelease(path))?.files.find(({ id }) => id === artifactId);
    return {
      ok: true,
      // In other hands still, and there in a moment: its upload tells.
      status: artifact ? 201 : 202,
      body: { upload_id: sent?.id ?? null, artifact: artifact ? presentArtifact(artifact) : null },
    };
  },
});

const address = z.string().max(2_000).describe('An https address outside the store.');

export const checkRemoteFileOperation = operation({
  id: 'releases.check_remote_file',
  area: 'releases',
  // It changes nothing here, and makes the store fetch gigabytes: not what a key for reading should do.
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/remote-file-checks',
  summary: 'Fetch a file at an https address once and tell its size and SHA-256, keeping nothing.',
  refusals: [],
  bodySchema: z.object({ address }),
  answerSchema: z.object({ size_bytes: z.int(), sha256: z.string() }),
  handle: async ({ body }) => {
    const tested = await testRemoteArtifact(body.address);
    if (!tested.ok) return refuseFields([{ field: 'address', problem: saidOf(tested.reason) }]);
    return { ok: true, body: { size_bytes: tested.sizeBytes, sha256: tested.sha256 } };
  },
});

export const addRemoteFileOperation = operation({
  id: 'releases.add_remote_file',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/releases/{release}/remote-artifacts',
  summary: 'Add a file that lies at an https address outside the store.',
  description: 'It is fetched once to find its size and SHA-256. Customers are sent to the address.',
  refusals: ['not_found', 'file_name_taken'],
  idempotency: 'taken',
  success: 201,
  pathSchema: releasePath,
  bodySchema: z.object({
    address,
    file_name: z.string().default('').describe('Empty: the last part of the address.'),
    platform: fileShape.platform,
  }),
  answerSchema: artifactSchema,
  handle: async ({ path, body, caller }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const { file_name: fileName, platform } = body;
    const wish = { releaseId: release.id, address: body.address, fileName, platform, actor: caller.actor };
    const added = await addRemoteArtifact(wish);
    if (!added.ok) {
      return 'detail' in added
        ? refuseFields([{ field: 'address', problem: saidOf(added.reason) }])
        : refuseFile(added.reason);
    }
    const artifact = (await findRelease(path))?.files.find(({ id }) => id === added.artifactId);
    return artifact ? { ok: true, status: 201, body: presentArtifact(artifact) } : refuse('not_found');
  },
});

export const removeFileOperation = operation({
  id: 'releases.remove_file',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/products/{number}/releases/{release}/artifacts/{artifact}',
  summary: 'Take a file off a draft.',
  description: 'A published version never loses a file. A file that is gone already is no change.',
  refusals: ['not_found', 'release_published'],
  success: 204,
  pathSchema: releasePath.extend({ artifact: uuid }),
  handle: async ({ path, caller, at }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const which = { releaseId: release.id, artifactId: path.artifact };
    const removed = await removeArtifact({ ...which, actor: caller.actor, at });
    if (removed.ok) return { ok: true, status: 204 };
    return refuse(removed.reason === 'release_published' ? 'release_published' : 'not_found');
  },
});

type RemoteReason = Extract<Awaited<ReturnType<typeof testRemoteArtifact>>, { ok: false }>['reason'];

function saidOf(reason: RemoteReason): string {
  return {
    address_invalid: 'is no address',
    not_https: 'does not begin with https',
    private_address: 'leads into a private network',
    name_not_found: 'has a name to which no server answers',
    unreachable: 'cannot be reached',
    not_served: 'answered, but not with the file',
    too_many_redirects: 'redirects too often',
    too_large: 'has a file that is larger than the store fetches',
    timed_out: 'took too long',
  }[reason];
}
