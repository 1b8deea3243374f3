import type { TermChange } from '@/lib/licensing/term-change';
import { formField } from '../../../../../../_shell/form-field';
import { one, type SearchParams } from '../../../../../../products/catalogue-view';
import { readCount } from '../../../read-count';

type Terms = Pick<TermChange, 'activationLimit' | 'termDays' | 'updateDays'>;

/** What the address asks to be previewed, with the plan's terms of today. Nothing asked yet: everything that helps customers. */
export function askedChange(plan: Terms & { id: string; recurs: boolean }, params: SearchParams): TermChange {
  const { activationLimit, termDays, updateDays } = plan;
  const isAsked = one(params.show) !== undefined;
  const isOn = (name: string) => !isAsked || one(params[name]) === 'on';
  return {
    planId: plan.id,
    ...{ activationLimit, termDays, updateDays },
    parts: { limit: isOn('limit'), term: !plan.recurs && isOn('term'), updates: !plan.recurs && isOn('updates') },
    takesAway: isAsked && one(params.takesAway) === 'on',
  };
}

/** The change that a form brought, as it was previewed. Numbers that are none are nobody's terms. */
export function readTermChange(form: unknown): TermChange {
  const isOn = (name: string) => formField(form, name) === 'on';
  return {
    planId: formField(form, 'plan'),
    activationLimit: readCount(formField(form, 'activationLimit')),
    termDays: readCount(formField(form, 'termDays')),
    updateDays: readCount(formField(form, 'updateDays')),
    parts: { limit: isOn('limit'), term: isOn('term'), updates: isOn('updates') },
    takesAway: isOn('takesAway'),
  };
}
