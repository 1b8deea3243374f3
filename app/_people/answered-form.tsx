'use client';

import { type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '../_ui/error-summary';
import { Field } from '../_ui/field';
import { Notice } from '../_ui/notice';
import { SubmitButton } from '../_ui/submit-button';
import type { FormAnswer } from './form-answer';

export type FormField = {
  id: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  /** Which keys a phone offers. */
  inputMode?: 'numeric';
  isOptional?: boolean;
  value?: string;
};

type AnsweredFormProps = {
  action: (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;
  fields: FormField[];
  /** Sent along unseen. */
  hidden?: Record<string, string>;
  errorTitle: string;
  submitText: string;
  pendingText: string;
  /** What it does cannot be undone. */
  isDangerous?: boolean;
  /** Under the button. */
  children?: ReactNode;
};

/**
 * A form that is answered on its own page: errors on top and at their fields, or a notice in its place. It works without
 * JavaScript, as the browser then posts it and gets the same page with the same answer.
 */
export function AnsweredForm(props: AnsweredFormProps) {
  const { action, fields, hidden = {}, errorTitle, submitText, pendingText, isDangerous, children } = props;
  const [answer, send] = useActionState(action, {});
  if (answer.notice !== undefined) {
    return (
      <Notice tone="good" isAnswer>
        {answer.notice}
      </Notice>
    );
  }
  return (
    <form action={send} className="flex flex-col gap-5" noValidate>
      {answer.errors ? <ErrorSummary title={errorTitle} errors={answer.errors} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <AnsweredField key={field.id} field={field} answer={answer} />
      ))}
      <SubmitButton
        pendingText={pendingText}
        className="self-start"
        {...(isDangerous ? { variant: 'danger' as const } : {})}
      >
        {submitText}
      </SubmitButton>
      {children}
    </form>
  );
}

function AnsweredField({ field, answer }: { field: FormField; answer: FormAnswer }) {
  const { id, label, type = 'text', autoComplete, hint, inputMode, isOptional = false, value } = field;
  const error = answer.errors?.find((candidate) => candidate.fieldId === id)?.message;
  return (
    <Field
      id={id}
      label={label}
      type={type}
      autoComplete={autoComplete}
      hint={hint}
      error={error}
      required={!isOptional}
      defaultValue={type === 'password' ? undefined : (answer.values?.[id] ?? value)}
      {...(inputMode === undefined ? {} : { inputMode })}
      {...(type === 'email' ? { inputMode: 'email' as const, spellCheck: false, autoCapitalize: 'none' } : {})}
    />
  );
}
