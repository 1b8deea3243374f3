'use client';

import { useActionState } from 'react';
import { keyAdmin as words } from '../../../_texts/en/key-admin';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { SubmitButton } from '../../../_ui/submit-button';
import { Switch } from '../../../_ui/switch';
import { addPlan, savePlan } from './actions';
import type { EnteredPlan, PlanAnswer } from './entered-plan';

const NUMBERS = ['maxKeys', 'maxPairs', 'monthlyCalls', 'callsPerMinute'] as const;
const MAY_BE_EMPTY: readonly string[] = ['maxKeys', 'monthlyCalls'];

/** What a plan includes. A refusal keeps what was typed. */
export function PlanForm({
  inForce,
  planId,
}: {
  inForce: EnteredPlan /** Left out for a new plan. */;
  planId?: string;
}) {
  const [answer, action] = useActionState<PlanAnswer, FormData>(planId ? savePlan : addPlan, { outcome: 'none' });
  const values = answer.outcome === 'refused' ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.planErrorTitle} errors={errors} />
      {planId ? <input type="hidden" name="plan" value={planId} /> : null}
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <Field
          id="planName"
          label={words.planName}
          hint={words.planNameHint}
          error={errorOf('planName')}
          defaultValue={values.planName}
          required
          maxLength={60}
          autoComplete="off"
          className="sm:col-span-2"
        />
        {NUMBERS.map((name) => (
          <Field
            key={name}
            id={name}
            label={words[name]}
            hint={words[`${name}Hint`]}
            error={errorOf(name)}
            defaultValue={values[name]}
            required={!MAY_BE_EMPTY.includes(name)}
            inputMode="numeric"
            autoComplete="off"
            className="justify-end"
          />
        ))}
        <div className="border-line border-y sm:col-span-2">
          <Switch
            id="allowsPairs"
            label={words.allowsPairs}
            hint={words.allowsPairsHint}
            defaultChecked={values.allowsPairs}
          />
        </div>
      </div>
      <SubmitButton className="self-start" pendingText={words.savingPlan}>
        {planId ? words.savePlan : words.addPlan}
      </SubmitButton>
    </form>
  );
}
