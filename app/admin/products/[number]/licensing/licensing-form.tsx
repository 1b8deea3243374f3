'use client';

import { useActionState } from 'react';
import { editor as words } from '../../../../_texts/en/editor';
import { ErrorSummary, type SummaryError } from '../../../../_ui/error-summary';
import { Field } from '../../../../_ui/field';
import { Notice } from '../../../../_ui/notice';
import { SubmitButton } from '../../../../_ui/submit-button';
import { saveLicensing } from './actions';
import type { EnteredLicensing } from './entered-licensing';
import type { LicensingAnswer } from './licensing-answer';
import { PlanTerms, type ShownPlan } from './plan-terms';

type LicensingFormProps = {
  product: { id: string; number: number };
  plans: ShownPlan[];
  inForce: EnteredLicensing;
  fingerprint: string;
};

/** The terms of a product and of its plans. A refusal keeps what was typed. */
export function LicensingForm({ product, plans, inForce, fingerprint }: LicensingFormProps) {
  const [answer, action] = useActionState<LicensingAnswer, FormData>(saveLicensing, { outcome: 'none' });
  const values = answer.outcome === 'refused' ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="number" value={String(product.number)} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <input type="hidden" name="plans" value={plans.map((plan) => plan.id).join()} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-8">
        <Defaults values={values} errors={errors} />
        {plans.length === 0 ? null : (
          <section aria-labelledby="plan-terms" className="flex flex-col gap-4">
            <div className="flex flex-col gap-1">
              <h2 id="plan-terms" className="text-lg">
                {words.planTerms}
              </h2>
              <p className="max-w-text text-muted">{words.planTermsText}</p>
            </div>
            {plans.map((plan) => (
              <PlanTerms key={plan.id} plan={plan} values={values} errors={errors} />
            ))}
          </section>
        )}
        <Field
          id="legacyTitle"
          label={words.legacyTitle}
          hint={words.legacyHint}
          error={errors.find(({ fieldId }) => fieldId === 'legacyTitle')?.message}
          defaultValue={values.legacyTitle}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {answer.outcome === 'unchanged' ? <Notice isAnswer>{words.unchanged}</Notice> : null}
      <SubmitButton className="self-start" pendingText={words.saving}>
        {words.saveTerms}
      </SubmitButton>
    </form>
  );
}

const DEFAULTS = [
  { name: 'activationLimit', label: words.limit, hint: words.limitHint, empty: words.unlimited },
  { name: 'termDays', label: words.term, hint: words.termHint, empty: words.lifetime },
  { name: 'updateDays', label: words.updates, hint: words.updatesHint, empty: words.asLicence },
] as const;

function Defaults({ values, errors }: { values: EnteredLicensing; errors: readonly SummaryError[] }) {
  return (
    <section aria-labelledby="defaults" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="defaults" className="text-lg">
          {words.licensingTitle}
        </h2>
        <p className="max-w-text text-muted">
          {words.licensingText} {words.everyLicensed}
        </p>
      </div>
      <div className="grid items-end gap-6 sm:grid-cols-3">
        {DEFAULTS.map(({ name, label, hint, empty }) => (
          <Field
            key={name}
            id={name}
            label={label}
            hint={hint}
            error={errors.find(({ fieldId }) => fieldId === name)?.message}
            defaultValue={values.defaults[name]}
            placeholder={empty}
            inputMode="numeric"
            maxLength={6}
            autoComplete="off"
          />
        ))}
      </div>
    </section>
  );
}
