'use client';

import { useState } from 'react';
import { editor as words } from '../../../../_texts/en/editor';
import { fillText } from '../../../../_texts/fill-text';
import type { SummaryError } from '../../../../_ui/error-summary';
import { Field } from '../../../../_ui/field';
import { type EnteredLicensing, fieldName } from './entered-licensing';

export type ShownPlan = { id: string; name: string; recurs: boolean };

const TERMS = [
  { name: 'activationLimit', label: words.limit, empty: words.unlimited, inherit: words.inheritLimitOf },
  { name: 'termDays', label: words.term, empty: words.lifetime, inherit: words.inheritTermOf },
  { name: 'updateDays', label: words.updates, empty: words.asLicence, inherit: words.inheritUpdatesOf },
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
  const [inherits, setInherits] = useState(entered.inherits);
  const default_ = values.defaults[term.name];
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={`inherit-${id}`} className="flex min-h-6 cursor-pointer items-start gap-2 text-sm">
        <input
          id={`inherit-${id}`}
          type="checkbox"
          name={`inherit-${id}`}
          checked={inherits}
          onChange={(event) => setInherits(event.currentTarget.checked)}
          aria-label={fillText(term.inherit, { plan: plan.name })}
          className="mt-0.5 size-4 shrink-0 accent-brass"
        />
        <span>{fillText(words.inherit, { value: default_ === '' ? term.empty : default_ })}</span>
      </label>
      {/* Hidden, not taken away: without scripts it is there, and what was typed stays while one looks at the other choice. */}
      <div hidden={inherits}>
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
      {inherits ? <span className="font-medium">{term.label}</span> : null}
    </div>
  );
}
