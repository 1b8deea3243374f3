import type { BeginProductProblem } from '@/lib/catalog/begin-product';
import { editor as words } from '../../../_texts/en/editor';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';
import type { EnteredPlan } from '../[number]/sale/plans/entered-plan';
import { offerErrors } from '../[number]/sale/plans/entered-plan';
import { textErrors } from '../[number]/text-answer';

/** What stands in the fields of the form: as typed, right or wrong. */
export type EnteredProduct = EnteredPlan & { title: string; slug: string; limit: string; days: string };

export type NewProductAnswer =
  | { outcome: 'none' }
  | { outcome: 'refused'; entered: EnteredProduct; errors: SummaryError[] };

/** What is wrong in words, each with its field; `proposal` is an address that is free. */
export function newProductErrors(problems: readonly BeginProductProblem[], proposal: string): SummaryError[] {
  return problems.flatMap((one) => {
    switch (one.problem) {
      case 'taken':
        return [{ message: fillText(words['problem.slug_taken'], { proposal }), fieldId: 'slug' }];
      case 'limit_invalid':
        return [{ message: words['problem.limit_invalid'], fieldId: 'limit' }];
      case 'days_invalid':
        return [{ message: words['problem.days_invalid'], fieldId: 'days' }];
      default:
        return one.field === 'plan' ? offerErrors([one.problem]) : textErrors([one]);
    }
  });
}
