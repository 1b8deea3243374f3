'use client';

import { useActionState } from 'react';
import type { ProductPart, ProductTextName } from '@/lib/catalog/product-text';
import { editor as words } from '../../../_texts/en/editor';
import { classNames } from '../../../_ui/class-names';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { TextArea } from '../../../_ui/text-area';
import { saveTexts } from './save-texts';
import { type EnteredTexts, LABELS, type TextAnswer } from './text-answer';

/** One field of the form; a page of Markdown gets `rows`, a short text half of the width. */
export type TextField = { name: ProductTextName; hint?: string; rows?: number; isHalf?: boolean; isRequired?: boolean };

type TextsFormProps = {
  part: ProductPart;
  product: { id: string; number: number };
  /** What is on record, and what stands for it. */
  inForce: EnteredTexts;
  fingerprint: string;
  fields: TextField[];
};

/** A part of a product's texts. A refusal or a preview keeps what was typed. */
export function TextsForm({ part, product, inForce, fingerprint, fields }: TextsFormProps) {
  const [answer, action] = useActionState<TextAnswer, FormData>(saveTexts, { outcome: 'none' });
  const isKept = answer.outcome === 'refused' || answer.outcome === 'previewed';
  const values = isKept ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="number" value={String(product.number)} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="grid items-end gap-6 sm:grid-cols-2">
        {fields.map((field) => (
          <TextInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={errors.find(({ fieldId }) => fieldId === field.name)?.message}
          />
        ))}
      </div>
      <Preview answer={answer} />
      {answer.outcome === 'unchanged' ? <Notice isAnswer>{words.unchanged}</Notice> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="save" pendingText={words.saving}>
          {words.save}
        </SubmitButton>
        <SubmitButton name="step" value="preview" variant="secondary" pendingText={words.previewing}>
          {words.preview}
        </SubmitButton>
      </div>
    </form>
  );
}

type TextInputProps = { field: TextField; value: string; error: string | undefined };

function TextInput({ field: { name, hint, rows, isHalf, isRequired }, value, error }: TextInputProps) {
  const common = { id: name, label: words[LABELS[name]], hint, error, defaultValue: value };
  const className = classNames(!isHalf && 'sm:col-span-2');
  if (rows) return <TextArea {...common} rows={rows} className={className} />;
  const inputMode = name.endsWith('Url') ? ('url' as const) : ('text' as const);
  return (
    <Field {...common} className={className} required={isRequired ?? false} inputMode={inputMode} autoComplete="off" />
  );
}

function Preview({ answer }: { answer: TextAnswer }) {
  if (answer.outcome !== 'previewed') return null;
  return (
    <section
      aria-labelledby="preview"
      className="flex flex-col gap-5 rounded-md border border-line bg-raised px-5 py-4"
    >
      <h3 id="preview" className="font-medium text-muted text-sm" role="status">
        {words.previewTitle}
      </h3>
      {answer.pages.map(({ name, html }) => (
        <div key={name} className="flex flex-col gap-1">
          <h4 className="font-medium">{words[LABELS[name]]}</h4>
          {html === '' ? (
            <p className="text-muted">{words.previewEmpty}</p>
          ) : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown on the server
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          )}
        </div>
      ))}
    </section>
  );
}
