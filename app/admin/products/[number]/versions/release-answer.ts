import type { ReleaseTextProblem } from '@/lib/catalog/release-text';
import { releases as words } from '../../../../_texts/en/releases';
import type { SummaryError } from '../../../../_ui/error-summary';
import type { EnteredRelease } from './entered-release';

/** What became of a form about a version. A refusal and a preview bring back what was typed. */
export type ReleaseAnswer =
  | { outcome: 'none' | 'unchanged' }
  /** Safe HTML, from the changelog as it stands in the form. */
  | { outcome: 'previewed'; entered: EnteredRelease; html: string }
  | { outcome: 'refused'; entered: EnteredRelease; errors: SummaryError[] };

export type ReleaseProblem =
  | ReleaseTextProblem
  | 'version_exists'
  | 'version_published'
  | 'changed_meanwhile'
  | 'release_not_found'
  | 'product_not_found';

const FIELDS: Partial<Record<ReleaseProblem, keyof EnteredRelease>> = {
  version_invalid: 'version',
  version_exists: 'version',
  version_published: 'version',
  date_invalid: 'day',
  date_in_future: 'day',
  changelog_too_long: 'changelogMd',
  notice_too_long: 'upgradeNotice',
  requirement_too_long: 'requiresVersion',
  looks_like_a_key: 'changelogMd',
};

/** Problems in words, each with its field. */
export function errorsOf(problems: ReleaseProblem[]): SummaryError[] {
  return problems.map((problem) => {
    const fieldId = FIELDS[problem];
    return { message: words[`problem.${problem}`], ...(fieldId ? { fieldId } : {}) };
  });
}
