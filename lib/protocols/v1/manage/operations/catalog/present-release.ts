import { z } from 'zod';
import type { ListedRelease } from '../../../../../catalog/list-releases';
import { type EditedRelease, type ReleaseArtifact, readRelease } from '../../../../../catalog/read-release';
import type { ReleaseTextProblem } from '../../../../../catalog/release-text';
import type { ManageReply } from '../../operation';
import type { FieldFault } from '../../refusal';
import { findProduct, instant, refuse, uuid } from './fields';

export const channelSchema = z.enum(['stable', 'beta']);
const stateSchema = z.enum(['draft', 'published', 'withdrawn']);

export const listedReleaseSchema = z
  .object({
    id: uuid,
    version: z.string(),
    channel: channelSchema,
    state: stateSchema,
    is_newest: z.boolean().describe('The one that everybody with updates is offered.'),
    released_at: instant,
    files: z.int(),
    size_bytes: z.int().describe('Of all its files together.'),
  })
  .meta({ id: 'ListedRelease' });

export const artifactSchema = z
  .object({
    id: uuid,
    file_name: z.string(),
    platform: z.string(),
    source: z.enum(['local', 's3', 'remote']),
    address: z.string().nullable().describe('Where a remote file lies; null for one that the store keeps.'),
    size_bytes: z.int(),
    sha256: z.string(),
    verified_at: instant.nullable().describe('When the store itself last found this size and SHA-256.'),
  })
  .meta({ id: 'Artifact' });

export const releaseSchema = z
  .object({
    id: uuid,
    version: z.string(),
    channel: channelSchema,
    state: stateSchema,
    released_at: instant,
    changelog_md: z.string(),
    upgrade_notice: z.string(),
    requires_version: z.string().describe('Empty: as the product says.'),
    tested_version: z.string(),
    requires_php: z.string(),
    published_at: instant.nullable(),
    withdrawn_at: instant.nullable(),
    withdrawal_reason: z.string(),
    artifacts: z.array(artifactSchema).describe('By name; client software fetches the first.'),
  })
  .meta({ id: 'Release' });

/** The version behind a path; undefined when the product has no such version. */
export async function findRelease(path: { number: number; release: string }): Promise<EditedRelease | undefined> {
  const product = await findProduct(path.number);
  return product && readRelease({ productId: product.id, releaseId: path.release });
}

/** The version of a path as it stands now. */
export async function tellRelease(
  path: { number: number; release: string },
  how: { status?: 201; location?: string } = {},
): Promise<ManageReply<z.input<typeof releaseSchema>>> {
  const release = await findRelease(path);
  return release ? { ok: true, body: presentRelease(release), ...how } : refuse('not_found');
}

/** A version of the list. */
export function presentListedRelease(release: ListedRelease): z.input<typeof listedReleaseSchema> {
  const { id, version, channel, state, isNewest, releasedAt, files, sizeBytes } = release;
  return {
    ...{ id, version, channel, state, files },
    is_newest: isNewest,
    released_at: releasedAt.toISOString(),
    size_bytes: sizeBytes,
  };
}

function presentRelease(release: EditedRelease): z.input<typeof releaseSchema> {
  const { id, version, channel, state } = release;
  return {
    ...{ id, version, channel, state },
    released_at: release.releasedAt.toISOString(),
    changelog_md: release.changelogMd,
    upgrade_notice: release.upgradeNotice,
    requires_version: release.requiresVersion,
    tested_version: release.testedVersion,
    requires_php: release.requiresPhp,
    published_at: release.publishedAt?.toISOString() ?? null,
    withdrawn_at: release.yankedAt?.toISOString() ?? null,
    withdrawal_reason: release.yankReason,
    artifacts: release.files.map(presentArtifact),
  };
}

/** A file of a version. */
export function presentArtifact(file: ReleaseArtifact): z.input<typeof artifactSchema> {
  const { id, platform, source, sha256 } = file;
  return {
    ...{ id, platform, source, sha256 },
    file_name: file.fileName,
    address: file.address ?? null,
    size_bytes: file.sizeBytes,
    verified_at: file.verifiedAt?.toISOString() ?? null,
  };
}

const FAULTS: Record<ReleaseTextProblem, FieldFault> = {
  version_invalid: { field: 'version', problem: 'is not 1 to 64 letters, digits, dots, hyphens, plus or underscores' },
  date_invalid: { field: 'released_on', problem: 'is no day as 2026-11-21' },
  date_in_future: { field: 'released_on', problem: 'is in the future' },
  changelog_too_long: { field: 'changelog_md', problem: 'is longer than 50000 characters' },
  notice_too_long: { field: 'upgrade_notice', problem: 'is longer than 500 characters' },
  looks_like_a_key: { field: 'changelog_md', problem: 'or the upgrade notice looks like a live key' },
  requirement_too_long: { field: 'requires_version', problem: 'or another requirement is longer than 40 characters' },
};

/** What is wrong with what was said about a version. */
export function releaseFaults(problems: readonly ReleaseTextProblem[]): FieldFault[] {
  return problems.map((problem) => FAULTS[problem]);
}
