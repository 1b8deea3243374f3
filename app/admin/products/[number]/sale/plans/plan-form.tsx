'use client';

import { useActionState } from 'react';
import { editor as words } from '../../../../../_texts/en/editor';
import { ErrorSummary, type SummaryError } from '../../../../../_ui/error-summary';
import { Field } from '../../../../../_ui/field';
import { Notice } from '../../../../../_ui/notice';
import { SubmitButton } from '../../../../../_ui/submit-button';
import type { EnteredPlan, PlanAnswer } from './entered-plan';
import { BillingChoice, PlanFields } from './plan-fields';
import { saveNewPlan, savePlan } from './save-plan';

type PlanFormProps = {
  product: { id: string; number: number };
  inForce: EnteredPlan;
  /** Left out for a new plan. */
  plan?: { id: string; fingerprint: string };
};

/** What a plan is sold as. A refusal keeps what was typed. */
export function PlanForm({ product, inForce, plan }: PlanFormProps) {
  const [answer, action] = useActionState<PlanAnswer, FormData>(plan ? savePlan : saveNewPlan, { outcome: 'none' });
  const values = answer.outcome === 'refused' ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  return (
    <form action={action} noValidate className="group/plan flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="number" value={String(product.number)} />
      {plan ? (
        <>
          <input type="hidden" name="plan" value={plan.id} />
          <input type="hidden" name="fingerprint" value={plan.fingerprint} />
          <input type="hidden" name="billing" value={inForce.billing} />
        </>
      ) : null}
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-6">
        <PlanFields values={values} errors={errors} />
        {plan ? null : <BillingChoice chosen={values.billing} />}
        <Further values={values} errors={errors} hasTrial={!plan || values.billing !== 'once'} />
      </div>
      {answer.outcome === 'unchanged' ? <Notice isAnswer>{words.unchanged}</Notice> : null}
      <SubmitButton className="self-start" pendingText={plan ? words.saving : words.adding}>
        {plan ? words.savePlan : words.addPlan}
      </SubmitButton>
    </form>
  );
}

type FurtherProps = { values: EnteredPlan; errors: readonly SummaryError[]; hasTrial: boolean };

function Further({ values, errors, hasTrial }: FurtherProps) {
  const errorOf = (id: keyof EnteredPlan) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <div className="grid items-end gap-6 sm:grid-cols-2">
      {hasTrial ? (
        <Field
          id="trial"
          label={words.trial}
          hint={words.trialHint}
          error={errorOf('trial')}
          defaultValue={values.trial}
          inputMode="numeric"
          autoComplete="off"
          // What is paid once has no trial. By style, so that it needs no script.
          className="group-has-[#billing-once:checked]/plan:hidden"
        />
      ) : null}
      <Field
        id="position"
        label={words.position}
        hint={words.positionHint}
        error={errorOf('position')}
        defaultValue={values.position}
        inputMode="numeric"
        autoComplete="off"
      />
    </div>
  );
}
