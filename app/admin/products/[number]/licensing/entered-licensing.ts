import type { LicensingRules, PlanTerms } from '@/lib/catalog/edit-licensing';
import { type LicensingTerms, TERM_NAMES, type TermName } from '@/lib/catalog/licensing-terms';
import { formField } from '../../../../_shell/form-field';
import { readCount } from '../read-count';

/** One value as typed; a plan's may follow the product instead. */
export type EnteredTerm = { typed: string; inherits: boolean };
export type EnteredTerms = Record<TermName, EnteredTerm>;

/** What stands in the fields of the form: as typed, right or wrong. Plans by their ids. */
export type EnteredLicensing = {
  legacyTitle: string;
  defaults: Record<TermName, string>;
  plans: Record<string, EnteredTerms>;
};

/** The name of a field: a plan's begins with its id. */
export function fieldName(name: TermName, planId?: string): string {
  return planId === undefined ? name : `${name}-${planId}`;
}

type ShownProduct = {
  legacyTitle: string | null;
  defaultActivationLimit: number | null;
  defaultTermDays: number | null;
  defaultUpdateDays: number | null;
};
type ShownPlan = LicensingTerms & {
  id: string;
  inheritsLimit: boolean;
  inheritsTerm: boolean;
  inheritsUpdates: boolean;
};

/** What is on record as the fields show it. */
export function enteredLicensingOf(product: ShownProduct, plans: readonly ShownPlan[]): EnteredLicensing {
  return {
    legacyTitle: product.legacyTitle ?? '',
    defaults: {
      activationLimit: typedOf(product.defaultActivationLimit),
      termDays: typedOf(product.defaultTermDays),
      updateDays: typedOf(product.defaultUpdateDays),
    },
    plans: Object.fromEntries(
      plans.map((plan) => [
        plan.id,
        {
          activationLimit: { typed: typedOf(plan.activationLimit), inherits: plan.inheritsLimit },
          termDays: { typed: typedOf(plan.termDays), inherits: plan.inheritsTerm },
          updateDays: { typed: typedOf(plan.updateDays), inherits: plan.inheritsUpdates },
        },
      ]),
    ),
  };
}

/** What a form brought. */
export function readEnteredLicensing(form: unknown): EnteredLicensing {
  const planIds = formField(form, 'plans').split(',').filter(Boolean).slice(0, 500);
  const termOf = (name: TermName, planId: string): EnteredTerm => ({
    typed: formField(form, fieldName(name, planId)).trim(),
    inherits: formField(form, `inherit-${fieldName(name, planId)}`) === 'on',
  });
  const default_ = (name: TermName) => formField(form, name).trim();
  return {
    legacyTitle: formField(form, 'legacyTitle').trim(),
    defaults: {
      activationLimit: default_('activationLimit'),
      termDays: default_('termDays'),
      updateDays: default_('updateDays'),
    },
    plans: Object.fromEntries(
      planIds.map((id) => [
        id,
        {
          activationLimit: termOf('activationLimit', id),
          termDays: termOf('termDays', id),
          updateDays: termOf('updateDays', id),
        },
      ]),
    ),
  };
}

/** The fields as the catalogue reads them; a number that is none becomes NaN, which it refuses. */
export function rulesOf({ legacyTitle, defaults, plans }: EnteredLicensing): LicensingRules {
  return {
    legacyTitle,
    defaults: {
      activationLimit: readCount(defaults.activationLimit),
      termDays: readCount(defaults.termDays),
      updateDays: readCount(defaults.updateDays),
    },
    plans: Object.entries(plans).map(([planId, terms]): PlanTerms => {
      const own: PlanTerms = { planId };
      for (const name of TERM_NAMES) if (!terms[name].inherits) own[name] = readCount(terms[name].typed);
      return own;
    }),
  };
}

function typedOf(value: number | null): string {
  return value === null ? '' : String(value);
}
