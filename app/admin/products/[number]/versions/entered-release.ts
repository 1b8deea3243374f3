import type { EditedRelease } from '@/lib/catalog/read-release';
import { readReleaseDay, releaseDay } from '@/lib/catalog/release-day';
import type { ReleaseText } from '@/lib/catalog/release-text';
import { formField } from '../../../../_shell/form-field';

/** What stands in the fields of the form: as typed, right or wrong. */
export type EnteredRelease = {
  version: string;
  channel: 'stable' | 'beta';
  /** `2026-11-21` */
  day: string;
  upgradeNotice: string;
  changelogMd: string;
  requiresVersion: string;
  testedVersion: string;
  requiresPhp: string;
};

/** A version on record as the fields show it. */
export function enteredOf(release: EditedRelease): EnteredRelease {
  const { version, channel, releasedAt, upgradeNotice, changelogMd } = release;
  const { requiresVersion, testedVersion, requiresPhp } = release;
  const day = releaseDay(releasedAt);
  return { version, channel, day, upgradeNotice, changelogMd, requiresVersion, testedVersion, requiresPhp };
}

/** Empty fields for a version that begins now. */
export function emptyRelease(at: Date): EnteredRelease {
  const texts = { version: '', upgradeNotice: '', changelogMd: '' };
  const requirements = { requiresVersion: '', testedVersion: '', requiresPhp: '' };
  return { ...texts, ...requirements, channel: 'stable', day: releaseDay(at) };
}

/** What a form brought. */
export function readEntered(form: unknown): EnteredRelease {
  const field = (name: string) => formField(form, name);
  return {
    version: field('version').trim(),
    channel: field('channel') === 'beta' ? 'beta' : 'stable',
    day: field('day').trim(),
    upgradeNotice: field('upgradeNotice'),
    changelogMd: field('changelogMd'),
    requiresVersion: field('requiresVersion'),
    testedVersion: field('testedVersion'),
    requiresPhp: field('requiresPhp'),
  };
}

/** The fields as the catalogue reads them; `kept` is the release date on record. */
export function textOf({ day, ...entered }: EnteredRelease, at: Date, kept?: Date): ReleaseText {
  return { ...entered, releasedAt: readReleaseDay(day, at, kept) };
}
