import type { LicensingProblem } from '@/lib/catalog/edit-licensing';
import { editor as words } from '../../../../_texts/en/editor';
import type { SummaryError } from '../../../../_ui/error-summary';
import { type EnteredLicensing, fieldName } from './entered-licensing';

/** What became of the form. A refusal brings back what was typed. */
export type LicensingAnswer =
  | { outcome: 'none' | 'unchanged' }
  | { outcome: 'refused'; entered: EnteredLicensing; errors: SummaryError[] };

const LABELS = { activationLimit: words.limit, termDays: words.term, updateDays: words.updates } as const;

/** Problems in words, each with its field; `nameOf` tells how a plan is called. */
export function licensingErrors(
  problems: readonly LicensingProblem[],
  nameOf: (planId: string) => string,
): SummaryError[] {
  return problems.map(({ planId, name, problem }) => {
    if (name === 'legacyTitle') return { message: words[`problem.legacy_${problem}`], fieldId: name };
    const said = words[name === 'activationLimit' ? 'problem.limit_invalid' : 'problem.days_invalid'];
    const of = planId === undefined ? LABELS[name] : `${nameOf(planId)}, ${LABELS[name]}`;
    return { message: `${of}: ${said}`, fieldId: fieldName(name, planId) };
  });
}
