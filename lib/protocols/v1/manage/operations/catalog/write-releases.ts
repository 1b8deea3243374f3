import { z } from 'zod';
import { createRelease } from '../../../../../catalog/create-release';
import { editRelease } from '../../../../../catalog/edit-release';
import { listReleases } from '../../../../../catalog/list-releases';
import { readReleaseDay, releaseDay } from '../../../../../catalog/release-day';
import type { ReleaseTextProblem } from '../../../../../catalog/release-text';
import { unreachable } from '../../../../../errors';
import { operation } from '../../operation';
import { pageOf, pageQuery, presentPage } from '../../paging';
import { findProduct, pageOfAll, productPath, refuse, refuseFields, releasePath } from './fields';
import {
  channelSchema,
  findRelease,
  listedReleaseSchema,
  presentListedRelease,
  releaseFaults,
  releaseSchema,
  tellRelease,
} from './present-release';

function refuseText(problems: readonly ReleaseTextProblem[]) {
  const isKey = problems.includes('looks_like_a_key');
  return isKey ? refuse('looks_like_a_key') : refuseFields(releaseFaults(problems));
}

const textShape = {
  version: z.string(),
  channel: channelSchema,
  released_on: z.string().describe('The day customers are told, as 2026-11-21; not in the future.'),
  changelog_md: z.string(),
  upgrade_notice: z.string(),
  requires_version: z.string().describe('Empty: as the product says.'),
  tested_version: z.string(),
  requires_php: z.string(),
};

export const listReleasesOperation = operation({
  id: 'releases.list',
  area: 'releases',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products/{number}/releases',
  summary: 'List all versions of a product, newest first, whatever their state.',
  refusals: ['not_found'],
  pathSchema: productPath,
  querySchema: pageQuery,
  answerSchema: pageOf(listedReleaseSchema),
  handle: async ({ path, query, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    return presentPage(pageOfAll(await listReleases(product.id, at), query), presentListedRelease);
  },
});

export const readReleaseOperation = operation({
  id: 'releases.read',
  area: 'releases',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products/{number}/releases/{release}',
  summary: 'Read a version with its files.',
  refusals: ['not_found'],
  pathSchema: releasePath,
  answerSchema: releaseSchema,
  handle: ({ path }) => tellRelease(path),
});

export const createReleaseOperation = operation({
  id: 'releases.create',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/releases',
  summary: 'Begin a version as a draft without files.',
  description: 'Nobody is offered it until it is published. Without `released_on` it is of today.',
  refusals: ['not_found', 'version_exists', 'looks_like_a_key'],
  idempotency: 'taken',
  success: 201,
  pathSchema: productPath,
  bodySchema: z.object({
    ...textShape,
    channel: channelSchema.default('stable'),
    released_on: textShape.released_on.optional(),
    changelog_md: z.string().default(''),
    upgrade_notice: z.string().default(''),
    requires_version: textShape.requires_version.default(''),
    tested_version: z.string().default(''),
    requires_php: z.string().default(''),
  }),
  answerSchema: releaseSchema,
  handle: async ({ path, body, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const releaseText = {
      version: body.version,
      channel: body.channel,
      releasedAt: readReleaseDay(body.released_on ?? releaseDay(at), at),
      changelogMd: body.changelog_md,
      upgradeNotice: body.upgrade_notice,
      requiresVersion: body.requires_version,
      testedVersion: body.tested_version,
      requiresPhp: body.requires_php,
    };
    const made = await createRelease({ productId: product.id, text: releaseText, actor: caller.actor, at });
    if (!made.ok) {
      if (made.reason === 'text_refused') return refuseText(made.problems);
      return refuse(made.reason === 'version_exists' ? 'version_exists' : 'not_found');
    }
    const { id } = made.release;
    const location = `/api/v1/admin/products/${path.number}/releases/${id}`;
    return tellRelease({ number: path.number, release: id }, { status: 201, location });
  },
});

export const editReleaseOperation = operation({
  id: 'releases.edit',
  area: 'releases',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/products/{number}/releases/{release}',
  summary: 'Change what is said about a version, published or not.',
  description: 'What is left out stays. Only a draft can be renumbered.',
  refusals: ['not_found', 'version_exists', 'version_published', 'conflict', 'looks_like_a_key', 'etag_mismatch'],
  pathSchema: releasePath,
  bodySchema: z.object(textShape).partial(),
  answerSchema: releaseSchema,
  handle: async ({ path, body, caller, at }) => {
    const release = await findRelease(path);
    if (!release) return refuse('not_found');
    const { releasedAt: kept, fingerprint } = release;
    const releaseText = {
      version: body.version ?? release.version,
      channel: body.channel ?? release.channel,
      releasedAt: body.released_on === undefined ? kept : readReleaseDay(body.released_on, at, kept),
      changelogMd: body.changelog_md ?? release.changelogMd,
      upgradeNotice: body.upgrade_notice ?? release.upgradeNotice,
      requiresVersion: body.requires_version ?? release.requiresVersion,
      testedVersion: body.tested_version ?? release.testedVersion,
      requiresPhp: body.requires_php ?? release.requiresPhp,
    };
    const wish = { releaseId: release.id, text: releaseText, fingerprint, actor: caller.actor, at };
    const result = await editRelease(wish);
    if (result.ok) return tellRelease(path);
    switch (result.reason) {
      case 'text_refused':
        return refuseText(result.problems);
      case 'release_not_found':
        return refuse('not_found');
      case 'changed_meanwhile':
        return refuse('conflict');
      case 'version_exists':
      case 'version_published':
        return refuse(result.reason);
      default:
        return unreachable(result);
    }
  },
});
