const good = (key: `releases.notice.${Good}`) => ({ tone: 'good' as const, key });
const warn = (key: `releases.notice.${Warn}`) => ({ tone: 'warn' as const, key });

type Good =
  | 'created'
  | 'saved'
  | 'published'
  | 'unpublished'
  | 'withdrawn'
  | 'restored'
  | 'file_added'
  | 'file_removed'
  | 'rules_saved';
type Warn =
  | 'nothing_changed'
  | 'no_file'
  | 'file_not_verified'
  | 'is_withdrawn'
  | 'not_published'
  | 'reason_missing'
  | 'reason_too_long'
  | 'release_published'
  | 'release_not_found'
  | 'days_invalid';

export type ReleaseNotice = Good | Warn;

/** What an action about a version may have to say on the page it leads to. */
export const releaseNotices = {
  created: good('releases.notice.created'),
  saved: good('releases.notice.saved'),
  published: good('releases.notice.published'),
  unpublished: good('releases.notice.unpublished'),
  withdrawn: good('releases.notice.withdrawn'),
  restored: good('releases.notice.restored'),
  file_added: good('releases.notice.file_added'),
  file_removed: good('releases.notice.file_removed'),
  rules_saved: good('releases.notice.rules_saved'),
  nothing_changed: warn('releases.notice.nothing_changed'),
  no_file: warn('releases.notice.no_file'),
  file_not_verified: warn('releases.notice.file_not_verified'),
  is_withdrawn: warn('releases.notice.is_withdrawn'),
  not_published: warn('releases.notice.not_published'),
  reason_missing: warn('releases.notice.reason_missing'),
  reason_too_long: warn('releases.notice.reason_too_long'),
  release_published: warn('releases.notice.release_published'),
  release_not_found: warn('releases.notice.release_not_found'),
  days_invalid: warn('releases.notice.days_invalid'),
} as const satisfies Record<ReleaseNotice, unknown>;
