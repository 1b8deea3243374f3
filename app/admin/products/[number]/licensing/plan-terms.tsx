import { editor as words } from '../../../../_texts/en/editor';
import { fillText } from '../../../../_texts/fill-text';
import type { SummaryError } from '../../../../_ui/error-summary';
import { Field } from '../../../../_ui/field';
import { type EnteredLicensing, fieldName } from './entered-licensing';

export type ShownPlan = { id: string; name: string; recurs: boolean };

const TERMS = [
  { name: 'activationLimit', label: words.limit, empty: words.unlimited },
  { name: 'termDays', label: words.term, empty: words.lifetime },
  { name: 'updateDays', label: words.updates, empty: words.asLicence },
] as const;
type Term = (typeof TERMS)[number];

type PlanTermsProps = { plan: ShownPlan; values: EnteredLicensing; errors: readonly SummaryError[] };

/** The terms of one plan: each its own, or the product's. */
export function PlanTerms({ plan, values, errors }: PlanTermsProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line bg-raised p-4">
      <legend className="contents">
        <span className="font-semibold">{plan.name}</span>
      </legend>
      <input type="hidden" name={`name-${plan.id}`} value={plan.name} />
      {plan.recurs ? <p className="text-muted text-sm">{words.subscriptionTerm}</p> : null}
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3">
        {TERMS.filter(({ name }) => !plan.recurs || name === 'activationLimit').map((term) => (
          <OwnTerm key={term.name} term={term} plan={plan} values={values} errors={errors} />
        ))}
      </div>
    </fieldset>
  );
}

function OwnTerm({ term, plan, values, errors }: PlanTermsProps & { term: Term }) {
  const id = fieldName(term.name, plan.id);
  const entered = values.plans[plan.id]?.[term.name] ?? { typed: '', inherits: true };
  const default_ = values.defaults[term.name];
  return (
    <div className="group flex flex-col gap-2">
      <label htmlFor={`inherit-${id}`} className="flex min-h-6 cursor-pointer items-start gap-2 text-sm">
        <input
          id={`inherit-${id}`}
          type="checkbox"
          name={`inherit-${id}`}
          defaultChecked={entered.inherits}
          className="mt-0.5 size-4 shrink-0 accent-brass"
        />
        <span>
          <span className="sr-only">{term.label}. </span>
          {fillText(words.inherit, { value: default_ === '' ? term.empty.toLowerCase() : default_ })}
        </span>
      </label>
      {/* By CSS, so that it also works without scripts, and what was typed stays while one looks at the other choice. */}
      <div className="group-has-checked:hidden">
        <Field
          id={id}
          label={term.label}
          error={errors.find(({ fieldId }) => fieldId === id)?.message}
          defaultValue={entered.typed}
          placeholder={term.empty}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
        />
      </div>
      <span aria-hidden="true" className="hidden font-medium group-has-checked:inline">
        {term.label}
      </span>
    </div>
  );
}
