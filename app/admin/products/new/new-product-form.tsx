'use client';

import { useActionState, useState } from 'react';
import { slugOf } from '@/lib/catalog/slug';
import { editor as words } from '../../../_texts/en/editor';
import { ErrorSummary, type SummaryError } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { SubmitButton } from '../../../_ui/submit-button';
import { BillingChoice, PlanFields } from '../[number]/sale/plans/plan-fields';
import type { EnteredProduct, NewProductAnswer } from './new-product-answer';
import { saveNewProduct } from './save-product';

const EMPTY: EnteredProduct = {
  ...{ title: '', slug: '', planName: '', amount: '', currency: 'USD' },
  ...{ billing: 'once', position: '', trial: '', limit: '1', days: '365' },
};

/** A product's name, its address and its first plan. A refusal keeps what was typed. */
export function NewProductForm() {
  const [answer, action] = useActionState<NewProductAnswer, FormData>(saveNewProduct, { outcome: 'none' });
  const values = answer.outcome === 'refused' ? answer.entered : EMPTY;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  const errorOf = (id: keyof EnteredProduct) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-6">
        <Naming values={values} errors={errors} />
        <div className="mt-2 flex flex-col gap-1">
          <h2 className="text-lg">{words.firstPlan}</h2>
          <p className="max-w-text text-muted">{words.firstPlanText}</p>
        </div>
        <PlanFields values={values} errors={errors} />
        <BillingChoice chosen={values.billing} />
        <div className="grid gap-6 sm:grid-cols-2">
          <Field
            id="limit"
            label={words.limit}
            hint={words.limitHint}
            error={errorOf('limit')}
            defaultValue={values.limit}
            inputMode="numeric"
            autoComplete="off"
          />
          <Field
            id="days"
            label={words.term}
            hint={words.termHint}
            error={errorOf('days')}
            defaultValue={values.days}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </div>
      <SubmitButton className="self-start" pendingText={words.creating}>
        {words.createDraft}
      </SubmitButton>
    </form>
  );
}

type NamingProps = { values: EnteredProduct; errors: readonly SummaryError[] };

// The address follows the title until somebody writes one; the server does the same without scripts.
function Naming({ values, errors }: NamingProps) {
  const [title, setTitle] = useState(values.title);
  const [slug, setSlug] = useState(values.slug);
  const errorOf = (id: 'title' | 'slug') => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Field
        id="title"
        label={words.title}
        error={errorOf('title')}
        value={title}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          if (slug === slugOf(title)) setSlug(slugOf(typed));
          setTitle(typed);
        }}
        required
        maxLength={200}
        autoComplete="off"
        className="sm:col-span-2"
      />
      <Field
        id="slug"
        label={words.slug}
        hint={words.slugHint}
        error={errorOf('slug')}
        value={slug}
        onChange={(event) => setSlug(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        className="sm:col-span-2"
      />
    </div>
  );
}
