import { z } from 'zod';
import type { Actor } from '../../../../../audit/record-audit';
import { publishDraft } from '../../../../../catalog/publish-draft';
import { restoreRelease } from '../../../../../catalog/restore-release';
import { unpublishRelease } from '../../../../../catalog/unpublish-release';
import { LONGEST_REASON, yankRelease } from '../../../../../catalog/yank-release';
import type { Operation } from '../../operation';
import { operation } from '../../operation';
import { type PlainReason, refuse, refuseFields, releasePath } from './fields';
import { findRelease, releaseSchema, tellRelease } from './present-release';

type Moved<Reason extends string> = { ok: true; isChanged: boolean } | { ok: false; reason: Reason };

type Move<Reason extends string> = {
  verb: 'publish' | 'unpublish' | 'restore';
  summary: string;
  description: string;
  run: (wish: { releaseId: string; actor: Actor; at: Date }) => Promise<Moved<Reason>>;
  /** The reason here for each of the catalogue's. */
  reasons: Record<Reason, PlainReason>;
};

function moveOperation<Reason extends string>({ verb, summary, description, run, reasons }: Move<Reason>): Operation {
  return operation({
    id: `releases.${verb}`,
    area: 'releases',
    access: 'write',
    audience: 'admin',
    method: 'POST',
    path: `/admin/products/{number}/releases/{release}/${verb}`,
    summary,
    description,
    refusals: [...new Set(['not_found' as const, ...Object.values<PlainReason>(reasons)])],
    pathSchema: releasePath,
    answerSchema: releaseSchema,
    handle: async ({ path, caller, at }) => {
      const release = await findRelease(path);
      if (!release) return refuse('not_found');
      const moved = await run({ releaseId: release.id, actor: caller.actor, at });
      return moved.ok ? tellRelease(path) : refuse(reasons[moved.reason]);
    },
  });
}

export const publishReleaseOperation = moveOperation({
  verb: 'publish',
  summary: 'Offer a draft to those whose licences cover it.',
  description: 'A version that is published already stays as it is.',
  run: publishDraft,
  reasons: { release_not_found: 'not_found', no_file: 'release_without_file', file_not_verified: 'file_not_verified' },
});

export const unpublishReleaseOperation = moveOperation({
  verb: 'unpublish',
  summary: 'Make a published version a draft again.',
  description: 'Nobody is offered it from now on, and links to its files that are out are refused.',
  run: unpublishRelease,
  reasons: { release_not_found: 'not_found', withdrawn: 'release_withdrawn' },
});

export const restoreReleaseOperation = moveOperation({
  verb: 'restore',
  summary: 'Undo a withdrawal: the version is offered again as it was.',
  description: 'The reason of the withdrawal stays in the audit.',
  run: restoreRelease,
  reasons: { release_not_found: 'not_found' },
});

export const yankReleaseOperation = operation({
  id: 'releases.yank',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/releases/{release}/yank',
  summary: 'Withdraw a published version, with a reason for the record.',
  description: 'The newest of the others takes its place. Withdrawn again, it keeps the first reason.',
  refusals: ['not_found', 'release_not_published'],
  pathSchema: releasePath,
  bodySchema: z.object({ reason: z.string().describe(`1 to ${LONGEST_REASON} characters, for admins alone.`) }),
  answerSchema: releaseSchema,
  handle: async ({ path, body, caller, at }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const wish = { releaseId: release.id, reason: body.reason, actor: caller.actor, at };
    const result = await yankRelease(wish);
    if (result.ok) return tellRelease(path);
    switch (result.reason) {
      case 'reason_missing':
        return refuseFields([{ field: 'reason', problem: 'is missing' }]);
      case 'reason_too_long':
        return refuseFields([{ field: 'reason', problem: `is longer than ${LONGEST_REASON} characters` }]);
      case 'not_published':
        return refuse('release_not_published');
      default:
        return refuse('not_found');
    }
  },
});
